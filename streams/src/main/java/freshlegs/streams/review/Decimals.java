package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Quantity;

/** To how many places a quantity is published. */
final class Decimals {
    private Decimals() {}

    static int of(Quantity quantity) {
        return switch (quantity) {
            case RUNNING_MINUTES, LOAD -> 0;
            case DISTANCE, RUNS, HARD_DAYS, HEART_RATE_AT_PACE, KEY_SESSIONS, RESTING_HEART_RATE, HRV -> 1;
            case EFFORT, QUALITY, SLEEP, FEELING, FATIGUE, MOOD, SORENESS, STRESS, SLEEP_QUALITY -> 2;
        };
    }
}
