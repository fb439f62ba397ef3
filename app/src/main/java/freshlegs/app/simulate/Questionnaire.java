package freshlegs.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the athlete answers. An item has a spread of 0.8 on the scale of 1 to 7, four fifths of it shared by all items of a
 * morning; the strain moves the mean of the items in units of its own spread.
 */
final class Questionnaire {
    static final String HEADER =
            "date,run,effort,quality,fatigue,mood,soreness,stress,sleep_hours,sleep_quality,pulse_bpm,"
                    + "alcohol,cycle_phase,pain_or_limp,symptoms,recorded_at";

    private static final int ITEMS = 5;
    private static final double ITEM_SPREAD = 0.8;
    private static final double SHARED = 0.8;
    private static final double OWN = 0.6;
    private static final double FORGOTTEN = 0.1;
    private static final String FEVER = "fever;chills;body-ache";

    private final Runner runner;
    private final List<String> rows = new ArrayList<>(List.of(HEADER));

    Questionnaire(Runner runner) {
        this.runner = runner;
    }

    List<String> rows() {
        return List.copyOf(rows);
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
        double hours = Math.rint(2 * night.asleepHours()) / 2;
        rows.add(String.join(
                ",",
                date.toString(),
                "",
                "",
                "",
                Integer.toString(items[0]),
                Integer.toString(items[1]),
                Integer.toString(items[2]),
                Integer.toString(items[3]),
                String.format(Locale.ROOT, "%.1f", hours),
                Integer.toString(items[4]),
                "",
                "",
                "",
                "",
                ill ? FEVER : "",
                night.wokeAt().plus(Duration.ofMinutes(20)).toString()));
    }

    void afterRun(LocalDate date, RunAnswers answers, Instant end) {
        rows.add(String.join(
                ",",
                date.toString(),
                "1",
                Integer.toString(answers.effort()),
                Integer.toString(answers.quality()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                end.plus(Duration.ofMinutes(15)).toString()));
    }

    static int within(double level, int lowest, int highest) {
        return (int) Math.max(lowest, Math.min(highest, Math.rint(level)));
    }
}
