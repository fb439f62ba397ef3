package freshlegs.app.doctor;

import java.time.Duration;

/** From where on something is worth a word. */
record Limits(
        long roomForAProblemMebibytes,
        long roomForAWarningMebibytes,
        long inodesForAProblem,
        Duration clockWarning,
        Duration clockProblem,
        Duration waiting,
        Duration unmoved) {
    static final Limits STANDARD = new Limits(
            freshlegs.app.folder.DataFolder.ROOM_TO_WRITE_MEBIBYTES,
            1024,
            1000,
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(3));

    /** As on a disk with less room. */
    Limits withRoom(long problemMebibytes) {
        return new Limits(
                problemMebibytes, problemMebibytes, inodesForAProblem, clockWarning, clockProblem, waiting, unmoved);
    }
}
