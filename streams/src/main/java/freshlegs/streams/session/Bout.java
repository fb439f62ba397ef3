package freshlegs.streams.session;

/** A stretch of cells, {@code from} inclusive and {@code to} exclusive. */
record Bout(int from, int to) {
    /** Seconds on the clock, pauses within included. */
    int seconds(Timeline timeline) {
        return timeline.second(to - 1) + 1 - timeline.second(from);
    }

    /** Seconds on the clock from the end of this bout to the beginning of the next one. */
    int secondsUntil(Bout next, Timeline timeline) {
        return timeline.second(next.from) - timeline.second(to - 1) - 1;
    }
}
