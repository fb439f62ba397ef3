package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.json.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Check-ins as a table: a row without {@code run} is a morning, one with it the day's n-th run. Columns may stand in any order
 * and be left out, apart from {@code date}. A table with any mistake is not taken at all, so that mending it and handing it
 * over again is all there is to do.
 */
public final class CheckInCsv {
    public static final String FILE_NAME = "checkins.csv";

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_PROBLEMS = 5;
    private static final List<String> RUN_ONLY = List.of("effort", "quality");
    private static final List<String> MORNING_ONLY = List.of(
            "fatigue",
            "mood",
            "soreness",
            "stress",
            "sleep_hours",
            "sleep_quality",
            "pulse_bpm",
            "alcohol",
            "cycle_phase");
    private static final List<String> COLUMNS = List.of(
            "date",
            "run",
            "effort",
            "quality",
            "fatigue",
            "mood",
            "soreness",
            "stress",
            "sleep_hours",
            "sleep_quality",
            "pulse_bpm",
            "alcohol",
            "cycle_phase",
            "pain_or_limp",
            "symptoms",
            "recorded_at");

    private CheckInCsv() {}

    /** Either check-ins or problems, each of which names its line and column. */
    public record Parsed(List<CheckIn> checkIns, List<String> problems) {
        public Parsed {
            checkIns = List.copyOf(checkIns);
            problems = List.copyOf(problems);
        }
    }

    /** {@code recordedAt} counts for rows that name no time of their own. */
    public static Parsed read(String text, AthleteId athlete, Instant ingestedAt, Instant recordedAt) {
        List<CsvTable.Row> rows = CsvTable.rows(text);
        if (rows.isEmpty()) {
            return problem("line 1: the names of the columns are missing");
        }
        List<String> names = rows.get(0).cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> misnamed = problemOf(names);
        if (misnamed.isPresent()) {
            return problem("line " + rows.get(0).line() + misnamed.get());
        }
        if (rows.size() > MOST_ROWS) {
            return problem("more than " + MOST_ROWS + " lines");
        }
        List<CheckIn> checkIns = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (CsvTable.Row row : rows.subList(1, rows.size())) {
            try {
                checkIns.add(checkIn(named(row, names), athlete, ingestedAt, recordedAt));
            } catch (CheckInRow.Misread e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems.isEmpty() ? new Parsed(checkIns, List.of()) : new Parsed(List.of(), first(problems));
    }

    public static String write(Collection<? extends CheckIn> checkIns) {
        return CsvTable.line(COLUMNS)
                + checkIns.stream()
                        .map(CheckInCsv::cells)
                        .map(cells -> COLUMNS.stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .toList())
                        .map(CsvTable::line)
                        .collect(Collectors.joining());
    }

    private static Optional<String> problemOf(List<String> names) {
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                return Optional.of(", column " + Failures.printable(name) + ": unknown; the columns are "
                        + String.join(", ", COLUMNS));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            return Optional.of(": a column stands there twice");
        }
        return names.contains("date") ? Optional.empty() : Optional.of(", column date: missing");
    }

    private static CheckInRow named(CsvTable.Row row, List<String> names) {
        if (row.cells().size() > names.size()) {
            throw new CheckInRow.Misread(
                    "line " + row.line() + ", column " + (names.size() + 1) + ": there are more cells than columns");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(names.get(i), row.cells().get(i));
        }
        return new CheckInRow(row.line(), cells);
    }

    private static CheckIn checkIn(CheckInRow row, AthleteId athlete, Instant ingestedAt, Instant fallback) {
        LocalDate date = row.date("date");
        Instant recordedAt = row.instant("recorded_at").orElse(fallback);
        OptionalInt run = row.whole("run", 1, 9);
        if (run.isPresent()) {
            return afterRun(row, athlete, date, run.getAsInt(), ingestedAt, recordedAt);
        }
        return morning(row, athlete, date, ingestedAt, recordedAt);
    }

    private static CheckIn.AfterRun afterRun(
            CheckInRow row, AthleteId athlete, LocalDate date, int run, Instant ingestedAt, Instant recordedAt) {
        refuse(row, MORNING_ONLY, "belongs to a morning: leave column run empty");
        CheckIn.AfterRun draft = new CheckIn.AfterRun(
                athlete,
                date,
                run,
                "",
                ingestedAt,
                recordedAt,
                row.whole("effort", 1, 10),
                row.whole("quality", 1, 10),
                row.yesOrNo("pain_or_limp"),
                row.symptoms("symptoms"));
        return new CheckIn.AfterRun(
                athlete,
                date,
                run,
                Revision.of(draft),
                ingestedAt,
                recordedAt,
                draft.effort(),
                draft.quality(),
                draft.painOrLimp(),
                draft.symptoms());
    }

    private static CheckIn.Morning morning(
            CheckInRow row, AthleteId athlete, LocalDate date, Instant ingestedAt, Instant recordedAt) {
        refuse(row, RUN_ONLY, "belongs to a run: fill in column run");
        CheckIn.Morning draft = new CheckIn.Morning(
                athlete,
                date,
                "",
                ingestedAt,
                recordedAt,
                row.whole("fatigue", 1, 7),
                row.whole("mood", 1, 7),
                row.whole("soreness", 1, 7),
                row.whole("stress", 1, 7),
                row.whole("sleep_quality", 1, 7),
                row.number("sleep_hours", 0, 24),
                row.number("pulse_bpm", 25, 220),
                row.yesOrNo("alcohol"),
                row.word("cycle_phase", CheckIn.CyclePhase.class),
                row.yesOrNo("pain_or_limp"),
                row.symptoms("symptoms"));
        return new CheckIn.Morning(
                athlete,
                date,
                Revision.of(draft),
                ingestedAt,
                recordedAt,
                draft.fatigue(),
                draft.mood(),
                draft.soreness(),
                draft.stress(),
                draft.sleepQuality(),
                draft.sleepHours(),
                draft.pulseBpm(),
                draft.alcohol(),
                draft.cyclePhase(),
                draft.painOrLimp(),
                draft.symptoms());
    }

    private static void refuse(CheckInRow row, List<String> columns, String why) {
        columns.stream().filter(row::has).findFirst().ifPresent(column -> {
            throw row.misread(column, why);
        });
    }

    private static Map<String, String> cells(CheckIn checkIn) {
        Map<String, String> cells = new HashMap<>();
        cells.put("date", checkIn.localDate().toString());
        cells.put("recorded_at", checkIn.recordedAt().toString());
        if (checkIn instanceof CheckIn.AfterRun run) {
            cells.put("run", Integer.toString(run.ordinal()));
            put(cells, "effort", run.effort());
            put(cells, "quality", run.quality());
            run.painOrLimp().ifPresent(pain -> cells.put("pain_or_limp", pain.toString()));
            cells.put("symptoms", symptoms(run.symptoms()));
        } else if (checkIn instanceof CheckIn.Morning morning) {
            put(cells, "fatigue", morning.fatigue());
            put(cells, "mood", morning.mood());
            put(cells, "soreness", morning.soreness());
            put(cells, "stress", morning.stress());
            put(cells, "sleep_quality", morning.sleepQuality());
            put(cells, "sleep_hours", morning.sleepHours());
            put(cells, "pulse_bpm", morning.pulseBpm());
            morning.alcohol().ifPresent(alcohol -> cells.put("alcohol", alcohol.toString()));
            morning.cyclePhase().ifPresent(phase -> cells.put("cycle_phase", CheckInRow.spelled(phase)));
            morning.painOrLimp().ifPresent(pain -> cells.put("pain_or_limp", pain.toString()));
            cells.put("symptoms", symptoms(morning.symptoms()));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String column, OptionalInt number) {
        number.ifPresent(given -> cells.put(column, Integer.toString(given)));
    }

    private static void put(Map<String, String> cells, String column, OptionalDouble number) {
        number.ifPresent(given -> cells.put(column, Double.toString(given)));
    }

    private static String symptoms(Set<CheckIn.Symptom> symptoms) {
        return symptoms.stream().map(CheckInRow::spelled).collect(Collectors.joining(";"));
    }

    private static Parsed problem(String problem) {
        return new Parsed(List.of(), List.of(problem));
    }

    private static List<String> first(List<String> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<String> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add("and " + (problems.size() - MOST_PROBLEMS) + " more");
        return first;
    }
}
