package freshlegs.coach.page;

import freshlegs.coach.access.Consent;
import freshlegs.coach.access.Consent.State;
import freshlegs.coach.access.ConsentText;
import java.util.List;
import java.util.Locale;

/** What is done with an athlete's data, how her consent stands, and what she said before, the latest first. */
public record ConsentPage(String athlete, State state, ConsentText text, List<String> said) {

    public ConsentPage {
        said = List.copyOf(said);
    }

    public static ConsentPage of(String athlete, List<Consent> said, Voice voice) {
        return new ConsentPage(
                athlete,
                Consent.state(said.stream().findFirst()),
                ConsentText.latest(),
                said.stream().map(one -> line(one, voice)).toList());
    }

    private static String line(Consent one, Voice voice) {
        String at = voice.moment(one.at());
        return one.version()
                .map(version -> voice.say("consent.said.given", at, version))
                .orElseGet(() -> voice.say("consent.said.withdrawn", at));
    }

    /** What is said of how it stands. */
    public String saying() {
        return "consent.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean asks() {
        return state != State.GIVEN;
    }

    public boolean stands() {
        return state == State.GIVEN || state == State.GIVEN_BEFORE;
    }
}
