package freshlegs.coach.page;

import freshlegs.model.result.Domain;
import java.util.List;

/**
 * A marker of the last judged day against the athlete's own baseline: the value, which way it lies, and by how many of the athlete's
 * own spreads; {@code look} is {@code calm}, {@code watch} from one spread on the worse side, {@code far} from two.
 */
public record Marker(String value, String unit, String arrow, String word, String look) {
    private static final double OUTSIDE = 1;
    private static final double FAR = 2;

    static Marker of(Domain.Name name, List<Domain> domains, Voice voice) {
        return domains.stream()
                .filter(domain -> domain.name() == name)
                .findFirst()
                .filter(domain -> domain.value().isPresent())
                .map(domain -> of(domain, voice))
                .orElse(new Marker(Numbers.NONE, "", "", voice.say("words.not-known"), "unknown"));
    }

    private static Marker of(Domain domain, Voice voice) {
        double value = domain.value().getAsDouble();
        String shown = Numbers.whole(value);
        if (domain.z().isEmpty() || domain.baseline().isEmpty()) {
            return new Marker(shown, domain.unit(), "", voice.say("board.no-baseline"), "unknown");
        }
        double z = domain.z().getAsDouble();
        boolean inBand = Math.abs(z) < OUTSIDE;
        return new Marker(
                shown,
                domain.unit(),
                inBand ? "" : value > domain.baseline().getAsDouble() ? "▲" : "▼",
                inBand ? voice.say("board.in-band") : "z " + Numbers.signed(domain.z()),
                z >= FAR ? "far" : z >= OUTSIDE ? "watch" : "calm");
    }
}
