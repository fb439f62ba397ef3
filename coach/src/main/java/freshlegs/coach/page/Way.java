package freshlegs.coach.page;

import freshlegs.coach.page.Step.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way by which files come: whether it works, step by step, what came by it, and the words and commands that set it up. */
public record Way(String key, Look look, List<Step> steps, List<String> lines, List<How> hows) {

    /** How a way stands as a whole. */
    public enum Look {
        WORKS,
        STUCK,
        BEGUN,
        UNUSED,
        UNKNOWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something to do or to copy. */
    public record How(String words, String code) {}

    public Way {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        hows = List.copyOf(hows);
    }

    /** {@code set} is whether somebody has set it up, {@code came} whether a file ever came by it. */
    static Way of(String key, boolean set, boolean came, List<Step> steps, List<String> lines, List<How> hows) {
        return new Way(key, look(set || came, steps), inOrder(steps), lines, hows);
    }

    private static Look look(boolean used, List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.is(State.STUCK))) {
            return Look.STUCK;
        }
        if (steps.get(steps.size() - 1).is(State.DONE)) {
            return Look.WORKS;
        }
        if (used) {
            return Look.BEGUN;
        }
        return steps.stream().anyMatch(step -> step.is(State.UNKNOWN)) ? Look.UNKNOWN : Look.UNUSED;
    }

    private static List<Step> inOrder(List<Step> steps) {
        List<Step> ordered = new ArrayList<>();
        boolean open = false;
        for (Step step : steps) {
            ordered.add(open ? step.later() : step);
            open |= step.is(State.NEXT) || step.is(State.STUCK);
        }
        return ordered;
    }
}
