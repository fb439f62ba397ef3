package freshlegs.coach.page;

import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One kind of evidence in words; a worse number is always a positive z. */
public record Evidence(
        String name,
        boolean known,
        boolean votes,
        String reading,
        String usual,
        String z,
        String madeOf,
        String chart,
        String days,
        String lately,
        String basis,
        String rule,
        Optional<Sparkline> spark) {

    /** {@code days} are the last ones up to that of the domain. */
    static List<Evidence> of(List<Domain> domains, List<StatusDay> days, Voice voice) {
        return domains.stream()
                .map(domain -> of(domain, Sparkline.of(domain, days, voice), voice))
                .toList();
    }

    static Evidence of(Domain domain, Voice voice) {
        return of(domain, Optional.empty(), voice);
    }

    private static Evidence of(Domain domain, Optional<Sparkline> spark, Voice voice) {
        return new Evidence(
                name(domain.name(), voice),
                domain.known(),
                domain.votes(),
                reading(domain),
                usual(domain, voice),
                Numbers.signedTwo(domain.z()),
                domain.compared().map(compared -> madeOf(domain, compared)).orElse(""),
                chart(domain, voice),
                domain.votes() ? counted(domain, domain.days(), voice) : Numbers.NONE,
                domain.values().orElse(0) > 0 ? counted(domain, domain.values().getAsInt(), voice) : Numbers.NONE,
                domain.baselineDays() > 0 ? counted(domain, domain.baselineDays(), voice) : Numbers.NONE,
                domain.rule(),
                spark);
    }

    static String name(Domain.Name name, Voice voice) {
        return voice.say(
                "words.evidence." + name.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What z is worked out from; of HRV in logarithms, where less is worse. */
    private static String madeOf(Domain domain, Domain.Compared compared) {
        int decimals = compared.spread() < 1 ? 4 : 2;
        String value = Numbers.with(decimals, compared.value());
        String usual = Numbers.with(decimals, compared.usual());
        boolean lessIsWorse = domain.unit().equals("ms");
        return "(" + (lessIsWorse ? usual + " − " + value : value + " − " + usual) + ") / "
                + Numbers.with(decimals, compared.spread());
    }

    private static String chart(Domain domain, Voice voice) {
        return domain.known() && domain.limit().isPresent()
                ? voice.say(
                        "words.of",
                        Numbers.two(domain.chart()),
                        Numbers.two(domain.limit().getAsDouble()))
                : Numbers.NONE;
    }

    private static String counted(Domain domain, int count, Voice voice) {
        return switch (domain.name()) {
            case EXERCISE_HEART_RATE -> voice.say("words.runs", count);
            case PERFORMANCE -> voice.say("words.key-sessions", count);
            case SUBJECTIVE, RESTING_HEART_RATE, HRV, DISSOCIATION -> voice.say("words.days", count);
        };
    }

    private static String reading(Domain domain) {
        return domain.value().isEmpty()
                ? Numbers.NONE
                : (show(domain, domain.value().getAsDouble()) + " " + domain.unit()).strip();
    }

    private static String usual(Domain domain, Voice voice) {
        if (domain.baseline().isEmpty()) {
            return Numbers.NONE;
        }
        return domain.low().isPresent() && domain.high().isPresent()
                ? voice.say(
                        "words.to",
                        show(domain, domain.low().getAsDouble()),
                        show(domain, domain.high().getAsDouble()))
                : show(domain, domain.baseline().getAsDouble());
    }

    /** A narrow spread needs two decimals to be seen. */
    private static String show(Domain domain, double number) {
        return domain.spread().orElse(1) < 1 ? Numbers.two(number) : Numbers.one(number);
    }
}
