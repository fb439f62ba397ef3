package freshlegs.app.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A plan as a coach writes it: where it leads and what it rests on, then week by week; there is a day at least. */
public record PlanSheet(List<Prescription> days, LocalDate today) {
    public PlanSheet {
        days = List.copyOf(days);
    }

    /** From rows of the table, which has each field of the message but the athlete. */
    public static PlanSheet of(AthleteId athlete, Stream<ObjectNode> rows, LocalDate today) {
        return new PlanSheet(
                rows.map(row -> Json.read(
                                row.deepCopy().put("athlete", athlete.value()).toString(), Prescription.class))
                        .toList(),
                today);
    }

    @Override
    public String toString() {
        StringBuilder sheet = new StringBuilder(new PlanHead(current(), today).toString());
        Map<LocalDate, List<Prescription>> weeks = new TreeMap<>();
        days.forEach(day -> weeks.computeIfAbsent(WeekSheet.mondayOf(day), monday -> new ArrayList<>())
                .add(day));
        weeks.values().forEach(week -> sheet.append('\n').append(new WeekSheet(week, today)));
        return sheet.toString();
    }

    /** Today, or the day shown that is nearest to it. */
    private Prescription current() {
        return days.stream()
                .filter(day -> !day.date().isAfter(today))
                .reduce((earlier, later) -> later)
                .orElse(days.get(0));
    }
}
