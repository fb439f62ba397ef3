package freshlegs.model.plan;

import java.util.List;

/** Steps that are run {@code times} times one after the other. */
public record Block(int times, List<Step> steps) {
    public Block {
        if (times < 1 || steps.isEmpty()) {
            throw new IllegalArgumentException("block must be run at least once and have a step");
        }
        steps = List.copyOf(steps);
    }

    public static Block once(Step step) {
        return new Block(1, List.of(step));
    }
}
