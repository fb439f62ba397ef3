package freshlegs.app.world;

import java.util.List;

/** The files of a squad folder and their columns as they are written; the first {@code needed} must be there. */
enum SquadTable {
    ATHLETES("athletes.csv", 2, "athlete,zone,sex,birthYear,restingHeartRate,maxHeartRate,thresholdHeartRate"),
    READINGS("readings.csv", 2, "athlete,date,restingHeartRate,rmssdMs,sleepHours"),
    CHECKINS("checkins.csv", 2, "athlete,date,fatigue,mood,soreness,stress,sleepQuality,effort,quality,symptoms"),
    SESSIONS(
            "sessions.csv",
            5,
            "athlete,start,kind,durationSeconds,distanceMetres,targetSpeed,achievedSpeed,temperatureC,windows"),
    LABELS("labels.csv", 4, "athlete,from,to,cause");

    private final String fileName;
    private final int needed;
    private final String header;

    SquadTable(String fileName, int needed, String header) {
        this.fileName = fileName;
        this.needed = needed;
        this.header = header;
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return List.of(header.split(",", -1));
    }

    List<String> neededColumns() {
        return columns().subList(0, needed);
    }

    /** Without the others somebody may still be known. */
    boolean mustExist() {
        return this == ATHLETES || this == LABELS;
    }
}
