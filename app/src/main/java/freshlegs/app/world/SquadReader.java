package freshlegs.app.world;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Kind;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn.Symptom;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines become rows, and rows athletes. */
final class SquadReader {
    static final int MOST_ATHLETES = 20_000;
    static final int MOST_WINDOWS = 600;

    private static final String DAY = "2026-11-24";
    private static final String TIME = "2026-11-24T07:30";
    private static final String ZONE = "Europe/Berlin";
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 12;
    private static final int SLOWEST_BPM = 25;
    private static final int FASTEST_BPM = 240;

    private final Path folder;
    private final Map<String, Gathered> squad = new LinkedHashMap<>();

    SquadReader(Path folder) {
        this.folder = folder;
    }

    void take(SquadTable table, SquadLine line) {
        switch (table) {
            case ATHLETES -> add(line);
            case READINGS -> whose(line).add(night(line), line);
            case CHECKINS -> whose(line).add(answers(line), line);
            case SESSIONS -> whose(line).add(run(line), line);
            case LABELS -> whose(line).add(label(line));
        }
    }

    List<LabelledAthlete> squad() {
        return squad.values().stream().map(Gathered::athlete).toList();
    }

    private void add(SquadLine line) {
        Person person = person(line);
        if (squad.size() == MOST_ATHLETES) {
            throw Problem.failed(folder + " holds more than " + MOST_ATHLETES + " athletes: split the squad.");
        }
        if (squad.put(person.athlete().value(), new Gathered(person)) != null) {
            throw line.wrong("athlete", "stands in an earlier line already");
        }
    }

    private Gathered whose(SquadLine line) {
        Gathered gathered = squad.get(line.needed("athlete"));
        if (gathered == null) {
            throw line.wrong("athlete", "must be one of " + SquadTable.ATHLETES.fileName());
        }
        return gathered;
    }

    private static Person person(SquadLine line) {
        String athlete = line.needed("athlete");
        if (!AthleteId.isValid(athlete)) {
            throw line.wrong("athlete", "must be 1 to 64 lower-case letters, digits, '-' or '_'");
        }
        return new Person(
                AthleteId.of(athlete),
                line.time("zone", ZoneId::of, ZONE),
                line.text("sex").map(text -> line.oneOf("sex", text, Sex.values())),
                line.whole("birthYear", 1900, 2100),
                line.whole("restingHeartRate", SLOWEST_BPM, 120),
                line.whole("maxHeartRate", 100, 230),
                line.whole("thresholdHeartRate", 80, 220));
    }

    private static NightRow night(SquadLine line) {
        return new NightRow(
                day(line, "date"),
                line.number("restingHeartRate", SLOWEST_BPM, 150),
                line.number("rmssdMs", 1, 500),
                line.number("sleepHours", 0, 24));
    }

    private static AnswerRow answers(SquadLine line) {
        return new AnswerRow(
                day(line, "date"),
                line.whole("fatigue", 1, 7),
                line.whole("mood", 1, 7),
                line.whole("soreness", 1, 7),
                line.whole("stress", 1, 7),
                line.whole("sleepQuality", 1, 7),
                line.whole("effort", 1, 10),
                line.whole("quality", 1, 10),
                symptoms(line));
    }

    private static Set<Symptom> symptoms(SquadLine line) {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        for (String name : words(line, "symptoms")) {
            symptoms.add(line.oneOf("symptoms", name, Symptom.values()));
        }
        return symptoms;
    }

    private static RunRow run(SquadLine line) {
        return new RunRow(
                line.time("start", LocalDateTime::parse, TIME),
                line.oneOf("kind", Kind.values()),
                line.neededNumber("durationSeconds", 1, 172_800),
                line.neededNumber("distanceMetres", 0, 500_000),
                line.number("targetSpeed", SLOWEST, FASTEST),
                line.number("achievedSpeed", SLOWEST, FASTEST),
                line.number("temperatureC", -60, 60),
                windows(line));
    }

    private static List<Window> windows(SquadLine line) {
        List<Window> windows = new ArrayList<>();
        for (String pair : words(line, "windows")) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw line.wrong("windows", "must be pairs such as 3.1:148, separated by spaces");
            }
            windows.add(new Window(
                    line.number("windows", pair.substring(0, colon), SLOWEST, FASTEST),
                    line.number("windows", pair.substring(colon + 1), SLOWEST_BPM, FASTEST_BPM)));
        }
        if (windows.size() > MOST_WINDOWS) {
            throw line.wrong("windows", "must not hold more than " + MOST_WINDOWS);
        }
        return windows;
    }

    private static LabelledDays label(SquadLine line) {
        LocalDate from = day(line, "from");
        LocalDate to = day(line, "to");
        if (to.isBefore(from)) {
            throw line.wrong("to", "must not lie before from");
        }
        return new LabelledDays(from, to, line.oneOf("cause", Cause.values()));
    }

    private static LocalDate day(SquadLine line, String column) {
        return line.time(column, LocalDate::parse, DAY);
    }

    private static List<String> words(SquadLine line, String column) {
        return line.text(column).map(text -> List.of(text.split(" +", -1))).orElse(List.of());
    }
}
