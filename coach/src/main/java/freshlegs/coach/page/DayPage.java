package freshlegs.coach.page;

import freshlegs.coach.read.SquadRow;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The athlete's day: how she stands, whether training is held, what is to be said, today's session, the week, what changed and why, the
 * last run. {@code due} is asked for first, {@code others} can be said or said anew.
 */
public record DayPage(
        String athlete,
        String account,
        boolean own,
        boolean asksConsent,
        String zone,
        String isoDate,
        String date,
        String readAt,
        String calm,
        String sentence,
        Optional<Held> held,
        boolean coached,
        boolean tells,
        boolean pending,
        boolean elder,
        Optional<PlannedDay> session,
        List<CheckInForm> due,
        List<CheckInForm> others,
        Optional<String> othersOf,
        List<CalendarPage.Place> earlier,
        List<WeekDay> week,
        List<DayChange> changes,
        Optional<ActivityLine> lastRun) {
    private static final int DAYS_BACK = 7;

    /** What the page is made of, as read; {@code said} is what the worst open alert says to the athlete. */
    public record Material(
            SquadRow row,
            LocalDate today,
            Optional<String> zone,
            Optional<String> said,
            List<Prescription> plan,
            List<DayOfWeek> order,
            List<CheckIn> told,
            List<ActivityAnalysis> activities,
            Optional<LocalDate> cleared,
            boolean coached) {}

    /**
     * Who asks, whether of their own, whether the text about their data waits for an answer, and of which day; whether something that was just said is on its way, or said before something that counts more; and a
     * form that was refused.
     */
    public record Asking(
            String account,
            boolean own,
            boolean asksConsent,
            boolean tells,
            Optional<LocalDate> date,
            boolean pending,
            boolean elder,
            Optional<UnaryOperator<CheckInForm>> refused) {}

    public static DayPage of(Material material, Asking asking, Voice voice, Clock clock) {
        LocalDate today = material.today();
        ZoneId zone = ZoneId.of(material.zone().orElse("UTC"));
        Optional<Prescription> now = on(material.plan(), today);
        Optional<Held> held = Held.of(material.told(), material.cleared(), now, today);
        Now stands = Now.of(material.row(), voice, new Days(clock));
        String calm = held.filter(one -> one.kind() != Held.Kind.PAIN)
                .map(one -> one.kind().key())
                .orElse(stands.standing().look());
        CheckInForms forms = new CheckInForms(material.told(), material.activities(), today, zone, voice);
        Shown shown = shown(forms, asking, today);
        return new DayPage(
                material.row().athlete().value(),
                asking.account(),
                asking.own(),
                asking.asksConsent(),
                zone.getId(),
                today.toString(),
                voice.day(today),
                voice.sayings()
                        .calendar("checkin.moment")
                        .format(clock.instant().atZone(zone)),
                calm,
                sentence(material, calm, stands, voice),
                held,
                material.coached(),
                asking.tells(),
                asking.pending(),
                asking.elder(),
                held.isPresent() ? Optional.empty() : now.map(day -> PlannedDay.of(day, today, voice)),
                shown.due(),
                shown.others(),
                asking.date().map(voice::shortDay),
                Stream.iterate(today.minusDays(1), day -> day.minusDays(1))
                        .limit(DAYS_BACK)
                        .map(day -> new CalendarPage.Place(day.toString(), voice.shortDay(day)))
                        .toList(),
                week(material, held.isPresent(), voice),
                material.plan().stream()
                        .filter(day -> !day.date().isBefore(today))
                        .flatMap(day -> DayChange.of(day, today, voice).stream())
                        .toList(),
                material.activities().stream()
                        .filter(activity -> activity.sport().isRun())
                        .findFirst()
                        .map(activity -> ActivityLine.of(activity, voice)));
    }

    private record Shown(List<CheckInForm> due, List<CheckInForm> others) {}

    /** Of a day that is asked for all its forms are open; a form that was refused is open too, wherever it stands. */
    private static Shown shown(CheckInForms forms, Asking asking, LocalDate today) {
        UnaryOperator<CheckInForm> refused = asking.refused().orElse(UnaryOperator.identity());
        List<CheckInForm> due =
                asking.date().isPresent() ? forms.of(asking.date().get()) : forms.due();
        List<CheckInForm> others = new ArrayList<>();
        if (asking.date().isEmpty()) {
            forms.of(today).stream()
                    .filter(form -> due.stream().noneMatch(form::asksAsMuchAs))
                    .forEach(others::add);
        }
        return new Shown(
                due.stream().map(refused).toList(), others.stream().map(refused).toList());
    }

    /** What the alert says calmly; held or without one, what the status means for her. */
    private static String sentence(Material material, String calm, Now stands, Voice voice) {
        String own = voice.say("day.calm." + calm + ".meaning");
        boolean judged = calm.equals(stands.standing().look());
        return judged ? material.said().filter(said -> !said.isBlank()).orElse(own) : own;
    }

    private static List<WeekDay> week(Material material, boolean held, Voice voice) {
        LocalDate monday = PlannedWeek.monday(material.today());
        return monday.datesUntil(monday.plusWeeks(1))
                .map(date -> WeekDay.of(
                        date,
                        on(material.plan(), date),
                        material.activities().stream()
                                .filter(run ->
                                        run.date().equals(date) && run.sport().isRun())
                                .toList(),
                        order(material).get(date.getDayOfWeek().getValue() - 1),
                        material.today(),
                        held,
                        voice))
                .toList();
    }

    private static List<DayOfWeek> order(Material material) {
        return material.order().isEmpty() ? WeekOrder.USUAL : material.order();
    }

    private static Optional<Prescription> on(List<Prescription> plan, LocalDate date) {
        return plan.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
