package freshlegs.coach.page;

import freshlegs.coach.read.TermsRow;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An athlete's plan for a phone and for paper: today, this week, what changed and why, the weeks ahead and those before. */
public record PlanPage(
        String athlete,
        String date,
        Optional<PlannedDay> today,
        Optional<PlannedWeek> week,
        List<PlanChange> changes,
        List<String> aims,
        List<PlannedWeek> ahead,
        List<PlannedWeek> past,
        Optional<String> terms,
        boolean unfolded,
        boolean here,
        boolean pending,
        PlanForm form) {

    /** What the page is made of, as read. */
    public record Material(
            AthleteId athlete, LocalDate today, List<Prescription> plan, Optional<TermsRow> terms, boolean unfolded) {}

    /** What can be said on the page: whether anything, whether something is on its way to the tables, and a form that was refused. */
    public record Saying(boolean here, boolean pending, Optional<PlanForm> refused) {}

    public static PlanPage of(Material material, Saying saying, Voice voice) {
        LocalDate today = material.today();
        String monday = PlannedWeek.monday(today).toString();
        List<PlannedWeek> weeks = PlannedWeek.of(material.plan(), today, voice);
        List<Prescription> coming = material.plan().stream()
                .filter(day -> !day.date().isBefore(today))
                .toList();
        Optional<TermsRow> terms = material.terms().filter(held -> !held.ended());
        return new PlanPage(
                material.athlete().value(),
                voice.day(today),
                coming.stream()
                        .filter(day -> day.date().equals(today))
                        .findFirst()
                        .map(day -> PlannedDay.of(day, today, voice)),
                which(weeks, week -> week.isoMonday().equals(monday)).stream().findFirst(),
                coming.stream()
                        .flatMap(day -> PlanChange.of(day, today, voice).stream())
                        .toList(),
                coming.stream()
                        .findFirst()
                        .map(day -> Aiming.sentences(day, today, voice))
                        .orElse(List.of()),
                which(weeks, week -> week.isoMonday().compareTo(monday) > 0),
                which(weeks, week -> week.isoMonday().compareTo(monday) < 0),
                terms.map(held -> Terms.words(held, voice)),
                material.unfolded(),
                saying.here(),
                saying.pending(),
                saying.refused()
                        .orElseGet(() ->
                                PlanForm.of(terms, coming.stream().findFirst().flatMap(Prescription::aim))));
    }

    private static List<PlannedWeek> which(List<PlannedWeek> weeks, Predicate<PlannedWeek> wanted) {
        return weeks.stream().filter(wanted).toList();
    }

    public boolean isEmpty() {
        return today.isEmpty() && week.isEmpty() && ahead.isEmpty();
    }
}
