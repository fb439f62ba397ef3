package freshlegs.streams.season;

/**
 * How one recording stands among the copies of its run: {@code group} is what the run is called, {@code kept} says that this
 * copy is analysed, {@code why} says it in words. Nearly all stand alone, and that is not stored.
 */
record CopyStanding(String group, boolean kept, String why) {
    static CopyStanding alone(String factId) {
        return new CopyStanding(factId, true, Wording.ALONE);
    }

    static CopyStanding takenBack(String factId) {
        return new CopyStanding(factId, false, Wording.TAKEN_BACK);
    }

    /** How it stands for a file that another one shows the same recording for. */
    CopyStanding besides(String path) {
        return new CopyStanding(group, false, Wording.SAME + path);
    }

    static CopyStanding leading(CopyGroup group) {
        return new CopyStanding(group.name(), true, Wording.ofLeader(group));
    }

    static CopyStanding behind(CopyGroup group, Entrant alternative) {
        return new CopyStanding(group.name(), false, Wording.ofAlternative(group.leader(), alternative));
    }
}
