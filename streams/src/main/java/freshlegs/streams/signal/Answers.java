package freshlegs.streams.signal;

import java.util.Map;

/** One morning's answers by item, NaN where there is none, on a day counted from 1970. */
final class Answers {
    private static final Item[] ITEMS = Item.values();

    private final long day;
    private final double[] byItem = new double[ITEMS.length];

    Answers(long day, Map<Item, Integer> told) {
        this.day = day;
        for (int i = 0; i < ITEMS.length; i++) {
            Integer answer = told.get(ITEMS[i]);
            byItem[i] = answer == null ? Double.NaN : answer;
        }
    }

    long day() {
        return day;
    }

    boolean has(int item) {
        return !Double.isNaN(byItem[item]);
    }

    double of(int item) {
        return byItem[item];
    }

    double mean() {
        double sum = 0;
        int count = 0;
        for (double answer : byItem) {
            if (!Double.isNaN(answer)) {
                sum += answer;
                count++;
            }
        }
        return sum / count;
    }
}
