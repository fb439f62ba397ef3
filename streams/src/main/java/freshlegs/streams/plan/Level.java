package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** The ladder's rungs. {@code share} is how much of the repetitions is asked, 1 for all of them. */
enum Level {
    BASE(0, "base") {
        @Override
        Workout quality(LocalDate date, double share) {
            return Week.easy(40);
        }
    },
    STRIDES(1, "strides") {
        @Override
        Workout quality(LocalDate date, double share) {
            return Workout.plain(
                    Workout.Kind.STRIDES, "Easy 40 min with " + part(6, share) + " × 20 s strides", 40, false);
        }
    },
    TEMPO(2, "controlled tempo") {
        @Override
        Workout quality(LocalDate date, double share) {
            return Workout.plain(Workout.Kind.TEMPO, part(15, share) + " min controlled tempo", 45, true);
        }
    },
    SHORT_REPEATS(3, "short repeats") {
        @Override
        Workout quality(LocalDate date, double share) {
            return repeats(part(6, share) + " × 200 m fast and relaxed, full recoveries", 45);
        }
    },
    FOUR_HUNDREDS(4, "400 m repeats") {
        @Override
        Workout quality(LocalDate date, double share) {
            return repeats(part(5, share) + " × 400 m at 5K effort, full recoveries", 50);
        }
    },
    SIX_HUNDREDS(5, "600 m repeats") {
        @Override
        Workout quality(LocalDate date, double share) {
            return repeats(part(4, share) + " × 600 m at 5K effort, full recoveries", 55);
        }
    },
    FAST_TEMPO(6, "tempo half a notch faster") {
        @Override
        Workout quality(LocalDate date, double share) {
            boolean evenWeek = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0;
            return evenWeek
                    ? Workout.plain(
                            Workout.Kind.TEMPO, part(20, share) + " min tempo, half a notch faster (1.5 %)", 50, true)
                    : Workout.plain(
                            Workout.Kind.PROGRESSION,
                            part(40, share) + " min progression run, easy to tempo",
                            50,
                            true);
        }
    };

    /** From the foot up. */
    private static final List<Level> LADDER = List.of(values());

    private final int rung;
    private final String title;

    Level(int rung, String title) {
        this.rung = rung;
        this.title = title;
    }

    static Level of(int rung) {
        int within = Math.max(BASE.rung, Math.min(rung, FAST_TEMPO.rung));
        return LADDER.get(within);
    }

    int rung() {
        return rung;
    }

    String title() {
        return title;
    }

    /** The week's quality session on this rung. */
    abstract Workout quality(LocalDate date, double share);

    private static int part(int whole, double share) {
        return (int) Math.max(1, Math.round(whole * share));
    }

    private static Workout repeats(String title, int minutes) {
        return Workout.plain(Workout.Kind.REPEATS, title, minutes, true);
    }
}
