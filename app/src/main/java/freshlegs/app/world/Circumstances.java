package freshlegs.app.world;

/** What an athlete meets on one day, and what each of it does. */
record Circumstances(
        boolean alcohol,
        boolean hot,
        boolean flight,
        boolean ill,
        boolean symptoms,
        boolean block,
        boolean taper,
        boolean weekOff) {

    double restingBpm(double usual) {
        return usual * (alcohol ? Mixture.ALCOHOL_RESTING_FACTOR : 1) + (ill ? Mixture.ILL_RESTING_BPM : 0);
    }

    double rmssdMs(double usual) {
        return usual * (alcohol ? Mixture.ALCOHOL_HRV_FACTOR : 1);
    }

    double sleepHours(double usual) {
        return usual + (flight ? Mixture.FLIGHT_SLEEP_HOURS : 0);
    }

    /** How much worse the athlete feels, in standard deviations of the composite. */
    double subjective() {
        return (flight ? Mixture.FLIGHT_SUBJECTIVE : 0)
                + (ill ? Mixture.ILL_SUBJECTIVE : 0)
                + (block ? Mixture.BLOCK_SUBJECTIVE : 0);
    }

    /** How much is run, as a share of the usual. */
    double load() {
        return (block ? Mixture.BLOCK_LOAD : 1) * (taper ? Mixture.TAPER_LOAD : 1);
    }

    boolean rests() {
        return ill || weekOff;
    }
}
