package freshlegs.app.doctor;

import java.util.Optional;

/** What a check has seen, in a sentence, and for everything that is not well the command or setting that mends it. */
public record Finding(Weight weight, String sentence, Optional<String> fix) {

    static Finding ok(String sentence) {
        return new Finding(Weight.OK, sentence, Optional.empty());
    }

    static Finding warning(String sentence, String fix) {
        return new Finding(Weight.WARNING, sentence, Optional.of(fix));
    }

    static Finding problem(String sentence, String fix) {
        return new Finding(Weight.PROBLEM, sentence, Optional.of(fix));
    }

    static Finding notAsked(String sentence) {
        return new Finding(Weight.NOT_ASKED, sentence, Optional.empty());
    }
}
