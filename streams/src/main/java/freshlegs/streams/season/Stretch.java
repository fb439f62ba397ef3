package freshlegs.streams.season;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From when until before when copies of one run may lie, in milliseconds; its text sorts by time. */
record Stretch(long from, long until) {
    private static final int DIGITS = 15;
    private static final String ZEROS = "0".repeat(DIGITS);

    static Stretch of(Candidate candidate) {
        return new Stretch(candidate.startMillis(), candidate.reachMillis());
    }

    static Stretch parse(String text) {
        return new Stretch(Long.parseLong(text.substring(0, DIGITS)), Long.parseLong(text.substring(DIGITS + 1)));
    }

    /** What overlaps becomes one. */
    static List<Stretch> merged(Collection<Stretch> sorted) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && next.from < merged.get(last).until) {
                Stretch before = merged.get(last);
                merged.set(last, new Stretch(before.from, Math.max(before.until, next.until)));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** A moment as text that sorts by time. */
    static String moment(long millis) {
        String digits = Long.toString(Math.max(0, millis));
        return ZEROS.substring(digits.length()) + digits;
    }

    @Override
    public String toString() {
        return moment(from) + "-" + moment(until);
    }
}
