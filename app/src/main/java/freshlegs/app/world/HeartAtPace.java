package freshlegs.app.world;

/**
 * How an athlete's heart beats in a steady minute: bpm at {@code easySpeed} (m/s) as the run begins, more for each m/s, for each
 * degree above 15 C, and for each minute that has passed.
 */
record HeartAtPace(
        double easySpeed, double easyBpm, double bpmPerMetreASecond, double bpmPerDegree, double bpmPerMinute) {
    static HeartAtPace draw(Chance chance, double thresholdSpeed, double restingBpm, double maximalBpm) {
        return new HeartAtPace(
                thresholdSpeed * 0.78,
                restingBpm + (maximalBpm - restingBpm) * chance.between(0.68, 0.74),
                chance.between(14, 24),
                chance.between(0.4, 0.7),
                chance.between(0.05, 0.15));
    }

    double bpm(double speed, double celsius, double minute) {
        return easyBpm
                + bpmPerMetreASecond * (speed - easySpeed)
                + bpmPerDegree * Math.max(0, celsius - Mixture.COOL_CELSIUS)
                + bpmPerMinute * minute;
    }

    /** How warm a hot week is for this athlete: as warm as takes six beats. */
    double hotCelsius() {
        return Mixture.COOL_CELSIUS + Mixture.HOT_BPM / bpmPerDegree;
    }
}
