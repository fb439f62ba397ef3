package freshlegs.coach.page;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.result.Prescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A month of an athlete's plan, week by week, with what changed; sessions that have not begun may be moved within their week. */
public record CalendarPage(
        String athlete,
        String isoMonth,
        String month,
        Optional<String> before,
        Optional<String> after,
        List<Week> weeks,
        boolean here,
        boolean pending,
        Optional<String> refused) {

    /** What the page is made of, as read; {@code orders} are those of weeks by their Monday. */
    public record Material(
            AthleteId athlete,
            LocalDate today,
            YearMonth month,
            List<Prescription> plan,
            Map<LocalDate, List<DayOfWeek>> orders,
            Optional<LocalDate> firstTold,
            Optional<LocalDate> lastTold) {}

    /** A week of a calendar: where it stands in the plan, and whether its days have changed places. */
    public record Week(
            String isoMonday,
            String span,
            String place,
            String sum,
            boolean reordered,
            boolean restorable,
            List<Cell> cells) {}

    /** One day; {@code from} is the day on which its session was before it was moved. */
    public record Cell(
            String isoDate,
            String day,
            int dayOfMonth,
            boolean inMonth,
            boolean today,
            boolean movable,
            Optional<String> from,
            Optional<PlannedDay> planned,
            List<Place> places) {

        /** Time and distance, where there are any. */
        public String size() {
            return planned.map(day -> String.join(" · ", day.size())).orElse("");
        }
    }

    /** A day to which a session may be moved. */
    public record Place(String isoDate, String day) {}

    public static CalendarPage of(
            Material material, boolean here, boolean pending, Optional<String> refused, Voice voice) {
        Map<LocalDate, Prescription> byDate =
                material.plan().stream().collect(Collectors.toMap(Prescription::date, Function.identity()));
        LocalDate first = PlannedWeek.monday(material.month().atDay(1));
        LocalDate end = material.month().atEndOfMonth();
        return new CalendarPage(
                material.athlete().value(),
                material.month().toString(),
                voice.sayings().month(material.month()),
                material.firstTold()
                        .filter(day -> day.isBefore(material.month().atDay(1)))
                        .map(day -> material.month().minusMonths(1).toString()),
                material.lastTold()
                        .filter(day -> day.isAfter(end))
                        .map(day -> material.month().plusMonths(1).toString()),
                first.datesUntil(end.plusDays(1))
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                        .map(monday -> week(monday, material, byDate, here, voice))
                        .toList(),
                here,
                pending,
                refused);
    }

    private static Week week(
            LocalDate monday, Material material, Map<LocalDate, Prescription> byDate, boolean here, Voice voice) {
        List<DayOfWeek> order = material.orders().getOrDefault(monday, WeekOrder.USUAL);
        List<LocalDate> dates = monday.datesUntil(monday.plusWeeks(1)).toList();
        List<Prescription> told =
                dates.stream().map(byDate::get).filter(day -> day != null).toList();
        List<Place> places = here
                ? dates.stream()
                        .filter(date -> mayChange(byDate.get(date), material.today()))
                        .map(date -> new Place(date.toString(), voice.shortDay(date)))
                        .toList()
                : List.of();
        Optional<PlannedWeek> summed =
                PlannedWeek.of(told, material.today(), voice).stream().findFirst();
        boolean reordered = !order.equals(WeekOrder.USUAL);
        return new Week(
                monday.toString(),
                voice.say("words.to", voice.shortDay(monday), voice.shortDay(monday.plusDays(6))),
                summed.map(PlannedWeek::place).orElse(""),
                summed.map(PlannedWeek::sum).orElse(""),
                reordered,
                reordered && here && moved(dates, order).allMatch(date -> date.isAfter(material.today())),
                IntStream.range(0, dates.size())
                        .mapToObj(i -> cell(dates.get(i), order.get(i), material, byDate, places, voice))
                        .toList());
    }

    private static Stream<LocalDate> moved(List<LocalDate> dates, List<DayOfWeek> order) {
        return IntStream.range(0, dates.size())
                .filter(i -> order.get(i) != dates.get(i).getDayOfWeek())
                .mapToObj(dates::get);
    }

    private static boolean mayChange(@Nullable Prescription day, LocalDate today) {
        return day != null && day.date().isAfter(today) && !day.issued() && !isGoal(day);
    }

    private static boolean isGoal(Prescription day) {
        return day.aim().filter(aim -> aim.date().equals(day.date())).isPresent();
    }

    private static Cell cell(
            LocalDate date,
            DayOfWeek own,
            Material material,
            Map<LocalDate, Prescription> byDate,
            List<Place> places,
            Voice voice) {
        Optional<PlannedDay> planned =
                Optional.ofNullable(byDate.get(date)).map(day -> PlannedDay.of(day, material.today(), voice));
        List<Place> others = places.stream()
                .filter(place -> !place.isoDate().equals(date.toString()))
                .toList();
        boolean movable =
                planned.filter(PlannedDay::run).isPresent() && others.size() < places.size() && !others.isEmpty();
        return new Cell(
                date.toString(),
                voice.shortDay(date),
                date.getDayOfMonth(),
                YearMonth.from(date).equals(material.month()),
                date.equals(material.today()),
                movable,
                own == date.getDayOfWeek()
                        ? Optional.empty()
                        : Optional.of(voice.shortDay(PlannedWeek.monday(date).plusDays(own.getValue() - 1L))),
                planned,
                movable ? others : List.of());
    }
}
