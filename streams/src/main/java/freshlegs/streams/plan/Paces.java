package freshlegs.streams.plan;

/**
 * Training speeds as shares of the speed at VDOT: easy 0.72, marathon 0.85, threshold 0.90, interval 0.98, repetitions 1.05 over
 * 400 m and 1.07 over 200 m (shares that meet Daniels' tables within 3 s a mile), and targets from the pace of a 5K.
 */
enum Paces {
    EASY(0.72),
    MARATHON(0.85),
    THRESHOLD(0.90),
    INTERVAL(0.98),
    REPETITION_400(1.05),
    REPETITION_200(1.07);

    private final double share;

    Paces(double share) {
        this.share = share;
    }

    /** In metres a second. */
    double metresPerSecond(double vdot) {
        return share * Vdot.metresPerSecond(vdot);
    }

    /** The speed at VDOT of whom this speed is this pace, in metres a second. */
    double fullSpeed(double metresPerSecond) {
        return metresPerSecond / share;
    }

    /** How long {@code metres} take at this pace. */
    double seconds(double vdot, double metres) {
        return metres / metresPerSecond(vdot);
    }

    /** How long {@code metres} take at the pace of a 5K, in seconds, from that pace in seconds per kilometre. */
    static double at5k(double secondsPerKilometre, double metres) {
        return secondsPerKilometre * metres / 1000;
    }
}
