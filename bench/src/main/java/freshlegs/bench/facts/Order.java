package freshlegs.bench.facts;

import java.util.SplittableRandom;

/** In which order the facts lie in the topics. */
public enum Order {
    CHRONOLOGICAL,
    SHUFFLED,
    REVERSED;

    /** Brings what is in the order of days into this order. */
    void arrange(int[] chronological, long seed) {
        switch (this) {
            case CHRONOLOGICAL -> {}
            case REVERSED -> {
                for (int i = 0, j = chronological.length - 1; i < j; i++, j--) {
                    swap(chronological, i, j);
                }
            }
            case SHUFFLED -> {
                SplittableRandom random = new SplittableRandom(seed);
                for (int i = chronological.length - 1; i > 0; i--) {
                    swap(chronological, i, random.nextInt(i + 1));
                }
            }
        }
    }

    private static void swap(int[] all, int i, int j) {
        int held = all[i];
        all[i] = all[j];
        all[j] = held;
    }
}
