package freshlegs.app.world;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been read of one athlete, in whatever order. */
final class Gathered {
    private final Person person;
    private final SortedMap<LocalDate, NightRow> nights = new TreeMap<>();
    private final SortedMap<LocalDate, AnswerRow> answers = new TreeMap<>();
    private final SortedMap<LocalDateTime, RunRow> runs = new TreeMap<>();
    private final List<LabelledDays> labels = new ArrayList<>();

    Gathered(Person person) {
        this.person = person;
    }

    void add(NightRow night, SquadLine line) {
        once(nights.putIfAbsent(night.date(), night) == null, line, "date");
    }

    void add(AnswerRow answer, SquadLine line) {
        once(answers.putIfAbsent(answer.date(), answer) == null, line, "date");
    }

    void add(RunRow run, SquadLine line) {
        once(runs.putIfAbsent(run.start(), run) == null, line, "start");
    }

    void add(LabelledDays label) {
        labels.add(label);
    }

    LabelledAthlete athlete() {
        labels.sort(Comparator.comparing(LabelledDays::from));
        return new LabelledAthlete(
                person,
                List.copyOf(nights.values()),
                List.copyOf(answers.values()),
                List.copyOf(runs.values()),
                labels,
                Optional.empty());
    }

    private static void once(boolean isNew, SquadLine line, String column) {
        if (!isNew) {
            throw line.wrong(column, "stands in an earlier line of this athlete already");
        }
    }
}
