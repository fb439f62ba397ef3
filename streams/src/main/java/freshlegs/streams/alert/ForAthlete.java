package freshlegs.streams.alert;

import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.streams.signal.Item;
import freshlegs.streams.signal.Signals;
import java.util.ArrayList;
import java.util.List;

/** The same for the athlete: calmer, without numbers, and with what to do; what the plan does is said where it is read. */
final class ForAthlete {
    private static final String SEE_A_DOCTOR =
            "Please stop training for now and see a doctor before you run again, even if it has passed.";

    private ForAthlete() {}

    static String fatigue(Signals signals, Status status) {
        List<String> seen = new ArrayList<>();
        for (Domain domain : signals.domains()) {
            if (domain.votes()) {
                seen.add(seen(domain, signals.day().worseItems()));
            }
        }
        String signs = seen.isEmpty()
                ? "There have been signs of accumulating fatigue lately."
                : "There are signs of accumulating fatigue: " + Wording.joined(seen) + ".";
        return signs
                + (status == Status.RED
                        ? " They have stayed for a while. Run only easily until they fade, sleep and eat well, and talk to your"
                                + " coach before the next hard session."
                        : " This is common in training and usually passes. Keep the next days easy, sleep and eat well, and"
                                + " tell your coach how you feel.");
    }

    static String illness(Symptoms symptoms) {
        return symptoms.ill()
                ? "You told of " + Wording.symptoms(symptoms.named())
                        + ". Rest until you feel well again, then begin with a few easy runs."
                : "Your resting heart rate is clearly higher than usual. It may be nothing, or the beginning of an illness:"
                        + " rest today and note how you feel.";
    }

    static String danger(Symptoms symptoms) {
        return (symptoms.stopTraining()
                        ? "You told of " + Wording.symptoms(symptoms.named()) + ". "
                        : "You told of symptoms that need a doctor's look. ")
                + SEE_A_DOCTOR;
    }

    private static String seen(Domain domain, List<Item> worse) {
        return switch (domain.name()) {
            case SUBJECTIVE ->
                worse.isEmpty()
                        ? "your check-ins are worse than usual"
                        : "you feel it in "
                                + Wording.joined(worse.stream().map(Item::word).toList());
            case RESTING_HEART_RATE -> "your resting heart rate is a little higher than usual";
            case HRV -> "your heart rate variability is lower than usual";
            case EXERCISE_HEART_RATE -> "your heart beats a little faster at the same pace";
            case PERFORMANCE -> "your key sessions were slower than usual";
            case DISSOCIATION -> "your heart is calmer than usual although you feel tired";
        };
    }
}
