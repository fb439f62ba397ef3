package freshlegs.model.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import freshlegs.model.json.Absent;
import java.util.List;
import java.util.Objects;

/**
 * One day's training: what it is for, step by step, how hard it may feel and what to think of. {@code minutes} and
 * {@code metres} are what it takes from its first to its last step, metres by the athlete's own speeds (0 when they are not
 * known); {@code hard} counts against the week's hard days.
 */
public record Workout(
        Kind kind,
        String title,
        int minutes,
        boolean hard,
        @JsonDeserialize(using = Absent.IsNought.class) int metres,
        Effort effort,
        Focus focus,
        Surface surface,
        List<Block> blocks,
        List<Extra> extras,
        List<Reminder> reminders) {

    /** What the day is for. */
    public enum Kind {
        REST("Rest, so that the training before it can take effect"),
        EASY("Easy running that builds the base and costs little"),
        LONG("Endurance, at a pace at which you could talk"),
        STRIDES("Fast and relaxed running in small doses, without getting tired"),
        TECHNICAL("Form instead of effort: drills and a few relaxed strides"),
        TEMPO("Controlled tempo at the threshold: comfortably hard, never a race"),
        REPEATS("Speed in short pieces with full recoveries"),
        PROGRESSION("From easy to tempo, so that the end is the fastest"),
        TIME_TRIAL("An honest measure of where you stand"),
        RACE("What the plan was for");

        private final String purpose;

        Kind(String purpose) {
            this.purpose = purpose;
        }

        /** In one sentence, without its full stop. */
        public String purpose() {
            return purpose;
        }

        public boolean isRun() {
            return this != REST;
        }
    }

    /** From messages of before there were steps nothing more is known. */
    public Workout {
        effort = Objects.requireNonNullElse(effort, Effort.NONE);
        focus = Objects.requireNonNullElse(focus, Focus.POSTURE);
        surface = Objects.requireNonNullElse(surface, Surface.ANY);
        blocks = List.copyOf(Objects.requireNonNullElse(blocks, List.of()));
        extras = List.copyOf(Objects.requireNonNullElse(extras, List.of()));
        reminders = List.copyOf(Objects.requireNonNullElse(reminders, List.of()));
    }

    /** Of which only its size is known. */
    public static Workout plain(Kind kind, String title, int minutes, boolean hard) {
        return new Workout(
                kind,
                title,
                minutes,
                hard,
                0,
                Effort.NONE,
                Focus.POSTURE,
                Surface.ANY,
                List.of(),
                List.of(),
                List.of());
    }
}
