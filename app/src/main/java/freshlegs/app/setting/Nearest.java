package freshlegs.app.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Of known words those that somebody may have meant, by the number of letters to be changed. */
public final class Nearest {
    private static final int FURTHEST_SHARE = 3;

    private Nearest() {}

    /** The nearest first; none that is further than a third of its letters. */
    public static List<String> of(String word, Collection<String> known, int most) {
        return known.stream()
                .filter(each -> distance(word, each) <= Math.max(1, each.length() / FURTHEST_SHARE))
                .sorted(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** Levenshtein's: letters put in, left out or replaced. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
