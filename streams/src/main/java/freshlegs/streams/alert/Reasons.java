package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One plain sentence for how an athlete stands. */
record Reasons(
        Signals signals, Context context, List<String> missing, Symptoms symptoms, boolean restingJump, Rules rules) {

    private static final String MEDICAL = "stop training and seek medical care";

    String danger(boolean today) {
        return today
                ? Wording.sentence(List.of(Wording.symptoms(symptoms.named()) + " reported today", MEDICAL))
                : Wording.sentence(
                        List.of("Warning symptoms were reported lately", MEDICAL + " before training again"));
    }

    String illness() {
        if (symptoms.ill()) {
            return Wording.sentence(
                    List.of(Wording.symptoms(symptoms.named()) + " reported today", "rest until well again"));
        }
        return restingJump
                ? Wording.sentence(List.of(
                        "resting heart rate " + Math.round(signals.restingJump().aboveUsualBpm())
                                + " bpm above usual again",
                        "perhaps an illness is coming: rest and ask how the athlete is"))
                : "There were signs of illness lately; rest until well again.";
    }

    String fatigue(AlertDay day, LocalDate today) {
        long days = day.fatigue().map(latch -> latch.days(today)).orElse(0L);
        List<String> parts = new ArrayList<>(evidence());
        if (parts.isEmpty()) {
            parts.add("the signs of fatigue are fading");
        } else {
            parts.addAll(leaning());
        }
        if (day.lowConfidence()) {
            parts.add("low confidence, since check-ins are missing");
        }
        if (days >= rules.count(Threshold.BASELINE_FROZEN_DAYS)) {
            parts.add("this has stood for " + days + " days: is this the new normal?");
        }
        return Wording.sentence(parts);
    }

    String watch() {
        List<String> parts = new ArrayList<>(evidence());
        if (!parts.isEmpty()) {
            context.planned().ifPresent(parts::add);
        }
        parts.addAll(context.watch());
        return Wording.sentence(parts);
    }

    String calm() {
        List<String> known = signals.domains().stream()
                .filter(domain -> domain.known() && domain.baseline().isPresent())
                .map(Wording::plain)
                .filter(text -> !text.isEmpty())
                .toList();
        return "Nothing unusual: " + Wording.listed(known) + ".";
    }

    String unknown() {
        return "Too little is known: " + String.join(", ", missing) + ".";
    }

    private List<String> evidence() {
        return signals.domains().stream()
                .filter(Domain::votes)
                .map(domain -> Wording.evidence(domain, signals.day().worseItems()))
                .toList();
    }

    /** What turns a key without a vote of its own; a marker that votes for being better is said already. */
    private List<String> leaning() {
        boolean said = signals.votes(Name.DISSOCIATION);
        return Keys.of(signals, rules).all().stream()
                .map(signals::domain)
                .filter(domain -> !domain.votes() && !(said && domain.chart() < 0))
                .map(Wording::leaning)
                .toList();
    }
}
