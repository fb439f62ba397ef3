package freshlegs.streams.alert;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the day's check-ins say of illness and danger; {@code told} says that there was a check-in at all. */
public record Symptoms(Set<Symptom> named, boolean painOrLimp, boolean told) {

    public static Symptoms of(List<CheckIn> checkIns) {
        Set<Symptom> named = EnumSet.noneOf(Symptom.class);
        boolean pain = false;
        for (CheckIn checkIn : checkIns) {
            named.addAll(symptoms(checkIn));
            pain |= pain(checkIn);
        }
        return new Symptoms(named, pain, !checkIns.isEmpty());
    }

    private static Set<Symptom> symptoms(CheckIn checkIn) {
        if (checkIn instanceof CheckIn.Morning morning) {
            return morning.symptoms();
        }
        return checkIn instanceof CheckIn.AfterRun after ? after.symptoms() : Set.of();
    }

    private static boolean pain(CheckIn checkIn) {
        if (checkIn instanceof CheckIn.Morning morning) {
            return morning.painOrLimp().orElse(false);
        }
        return checkIn instanceof CheckIn.AfterRun after && after.painOrLimp().orElse(false);
    }

    boolean stopTraining() {
        return named.stream().anyMatch(Symptom::stopsTraining);
    }

    /** Whether any symptom of illness or danger was told. */
    public boolean any() {
        return !named.isEmpty();
    }

    boolean ill() {
        return named.stream().anyMatch(symptom -> !symptom.stopsTraining());
    }
}
