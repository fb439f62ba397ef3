package freshlegs.app.simulate;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * What the athlete answers. An item has a spread of 0.8 on the scale of 1 to 7, four fifths of it shared by all items of a
 * morning; the strain moves the mean of the items in units of its own spread.
 */
final class Questionnaire {
    private static final int ITEMS = 5;
    private static final double ITEM_SPREAD = 0.8;
    private static final double SHARED = 0.8;
    private static final double OWN = 0.6;
    private static final double FORGOTTEN = 0.1;
    private static final Set<Symptom> FEVER = Set.of(Symptom.FEVER, Symptom.CHILLS, Symptom.BODY_ACHE);
    private static final String WRITTEN = "0";

    private final Runner runner;
    private final List<CheckIn> checkIns = new ArrayList<>();

    Questionnaire(Runner runner) {
        this.runner = runner;
    }

    List<CheckIn> checkIns() {
        return List.copyOf(checkIns);
    }

    void morning(LocalDate date, Night night, Strain strain, boolean ill, Random chance) {
        boolean forgotten = chance.nextDouble() < FORGOTTEN && !ill;
        int[] items = new int[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            double level = runner.wellbeing() + 0.3 * (i % 3 - 1);
            double own = SHARED * strain.subjective() + OWN * chance.nextGaussian();
            items[i] = within(level + ITEM_SPREAD * own, 1, 7);
        }
        if (forgotten) {
            return;
        }
        Instant asked = night.wokeAt().plus(Duration.ofMinutes(20));
        checkIns.add(new CheckIn.Morning(
                runner.id(),
                date,
                WRITTEN,
                asked,
                asked,
                OptionalInt.of(items[0]),
                OptionalInt.of(items[1]),
                OptionalInt.of(items[2]),
                OptionalInt.of(items[3]),
                OptionalInt.of(items[4]),
                OptionalDouble.of(Math.rint(2 * night.asleepHours()) / 2),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ill ? FEVER : Set.of()));
    }

    void afterRun(LocalDate date, RunAnswers answers, Instant end) {
        Instant asked = end.plus(Duration.ofMinutes(15));
        checkIns.add(new CheckIn.AfterRun(
                runner.id(),
                date,
                1,
                WRITTEN,
                asked,
                asked,
                OptionalInt.of(answers.effort()),
                OptionalInt.of(answers.quality()),
                Optional.empty(),
                Set.of()));
    }

    static int within(double level, int lowest, int highest) {
        return (int) Math.max(lowest, Math.min(highest, Math.rint(level)));
    }
}
