package freshlegs.coach.page;

import freshlegs.model.fact.PlanDecision;
import freshlegs.model.plan.Instead;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A session that an alert changed, and each choice with what the session would be by it; {@code unfolded} is the next one to decide
 * about, and one about which something was just said.
 */
public record AlertChange(PlanChange change, String place, List<Choice> choices, boolean unfolded) {

    /** {@code word} is what is sent, {@code effect} the session that would come of it; {@code pressed} is whether it was chosen. */
    public record Choice(String word, String effect, boolean pressed) {}

    public static List<AlertChange> of(
            List<Prescription> plan, Episode.Cause cause, LocalDate today, Receipt receipt, Voice voice) {
        List<AlertChange> all = plan.stream()
                .filter(day -> day.adjustment()
                        .filter(adjustment -> adjustment.cause().name().equals(cause.name()))
                        .isPresent())
                .flatMap(day -> PlanChange.of(day, today, voice).stream().map(change -> of(day, change, receipt)))
                .toList();
        Optional<AlertChange> next =
                all.stream().filter(change -> change.change().open()).findFirst();
        return all.stream()
                .map(change -> change.unfolded(next.equals(Optional.of(change)) || receipt.isAbout(change.place())))
                .toList();
    }

    private AlertChange unfolded(boolean open) {
        return new AlertChange(change, place, choices, open);
    }

    private static AlertChange of(Prescription day, PlanChange change, Receipt receipt) {
        String place = "change-" + change.isoDate();
        Optional<String> chosen = day.decisions().stream()
                .filter(said ->
                        said.standing() == Prescription.Decided.Standing.IN_FORCE && said.cause() == change.cause())
                .findFirst()
                .map(said -> word(said.verdict(), day));
        List<Choice> choices = new ArrayList<>();
        String adjusted = day.adjustment()
                .map(now -> now.instead())
                .map(PlanChange::words)
                .orElse(change.after());
        choices.add(choice("accept", adjusted, place, chosen, receipt));
        if (!change.binding()) {
            choices.add(choice("keep", change.before(), place, chosen, receipt));
        }
        for (Instead instead : Instead.values()) {
            if (instead == Instead.REST || !change.binding()) {
                choices.add(choice(instead.key(), instead.words(day.planned().minutes()), place, chosen, receipt));
            }
        }
        return new AlertChange(change, place, List.copyOf(choices), false);
    }

    private static Choice choice(String word, String effect, String place, Optional<String> chosen, Receipt receipt) {
        boolean stands = chosen.filter(word::equals).isPresent();
        return new Choice(word, effect, receipt.isPressed(place + "-" + word, stands));
    }

    /** The workout that was wished for is the one that is prescribed now. */
    private static String word(PlanDecision.Verdict verdict, Prescription day) {
        return switch (verdict) {
            case ACCEPT -> "accept";
            case KEEP_PLAN -> "keep";
            case UNDO -> "undo";
            case CHANGE -> day.prescribed().kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
