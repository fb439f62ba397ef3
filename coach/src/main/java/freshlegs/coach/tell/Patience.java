package freshlegs.coach.tell;

import java.time.Duration;

/**
 * How long the sender waits for what. A try may last {@code timeLimit}; the next comes after {@code firstPause}, doubled each
 * time up to {@code longestPause}, until {@code tries} have failed. A row claimed longer ago than {@code lease} was left behind
 * by a sender that died. The lease is the longer, so that no row is ever tried twice at a time.
 */
record Patience(
        Duration poll, Duration timeLimit, Duration lease, Duration firstPause, Duration longestPause, int tries) {

    /** About nine hours in all. */
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            18);

    Patience {
        if (lease.compareTo(timeLimit.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("the lease must be at least twice the time limit of a try");
        }
    }

    boolean isExhaustedAfter(int attempt) {
        return attempt >= tries;
    }

    /** firstPause * 2^(attempt - 1), at most longestPause. */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
