package freshlegs.ingest.fit;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A workout file as watches take it: {@code serial} and {@code created} tell it from others, {@code name} is what the watch lists.
 * There are at most {@value #MOST_STEPS} steps; a repeat goes back to an earlier step, at least twice, and never into or around
 * another repeat, which not all watches can do.
 */
public record WrittenWorkout(long serial, Instant created, String name, List<WrittenStep> steps) {
    /** Watches and their makers' own tools stop here. */
    public static final int MOST_STEPS = 50;

    /** Longer names are cut by small displays. */
    public static final int LONGEST_NAME = 32;

    /** Longer notes are cut. */
    public static final int LONGEST_NOTE = 100;

    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    private static final long LARGEST_SERIAL = 0xFFFFFFFEL;

    public WrittenWorkout {
        steps = List.copyOf(steps);
        require(serial > 0 && serial <= LARGEST_SERIAL, "the serial number must have 32 bits and not be 0");
        require(!name.isBlank() && isPlain(name, LONGEST_NAME), "the name must be short and plain");
        require(!steps.isEmpty() && steps.size() <= MOST_STEPS, "there must be 1 to " + MOST_STEPS + " steps");
        int free = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof WrittenStep.Repeat repeat) {
                require(repeat.first() >= free && repeat.first() < i, "a repeat must go back to a step of its own");
                require(repeat.times() > 1, "a repeat must be of at least two times");
                free = i + 1;
            } else {
                require(isPlain(steps.get(i).note(), LONGEST_NOTE), "a note must be short and plain");
            }
        }
    }

    private static boolean isPlain(String text, int longest) {
        return text.length() <= longest && PLAIN.matcher(text).matches();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("workout file: " + rule);
        }
    }
}
