package freshlegs.coach.page;

import static java.util.Comparator.comparing;

import freshlegs.coach.read.SquadRow;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Prescription;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The squad, worst first: urgent before suspected before watched before unknown before calm, then stale ones, then names. */
public record SquadPage(List<Card> cards) {
    private static final Comparator<Card> WORST_FIRST =
            comparing(Card::place).thenComparing(card -> !card.stale()).thenComparing(Card::athlete);

    /** One athlete on the squad's page. */
    public record Card(
            String athlete,
            Status status,
            Standing standing,
            String why,
            boolean lowConfidence,
            String syncAge,
            String syncMoment,
            boolean stale,
            String asOf,
            String load7d,
            String form,
            int openEpisodes,
            Optional<Session> next) {

        int place() {
            return Standing.place(status, stale);
        }
    }

    public static SquadPage of(List<SquadRow> rows, List<Prescription> outlook, Units units, Clock clock) {
        Map<AthleteId, List<Prescription>> plans =
                outlook.stream().collect(Collectors.groupingBy(Prescription::athlete));
        Days days = new Days(clock);
        return new SquadPage(rows.stream()
                .map(row -> card(row, plans.getOrDefault(row.athlete(), List.of()), units, days))
                .sorted(WORST_FIRST)
                .toList());
    }

    /** Such as {@code 1 amber, 2 green}, worst first. */
    public String tally() {
        Map<Status, Long> counts =
                cards.stream().collect(Collectors.groupingBy(Card::status, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(comparing(entry -> Standing.place(entry.getKey(), false)))
                .map(entry -> entry.getValue() + " "
                        + Standing.of(entry.getKey()).word().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Card card(SquadRow row, List<Prescription> plan, Units units, Days days) {
        boolean stale = row.lastDeliveryAt().map(days::isStale).orElse(true)
                || row.statusDate().map(days::isStale).orElse(true);
        return new Card(
                row.athlete().value(),
                row.status(),
                Standing.of(row.status(), stale),
                row.why().map(units::prose).orElse("Nothing has been judged yet."),
                row.lowConfidence(),
                row.lastDeliveryAt().map(days::age).orElse("never"),
                row.lastDeliveryAt().map(Days::moment).orElse("no file has arrived yet"),
                stale,
                row.statusDate().map(Days::day).orElse(Numbers.NONE),
                Numbers.whole(row.load7d()),
                Numbers.whole(row.form()),
                row.openEpisodes(),
                next(plan).map(day -> Session.of(day, units)));
    }

    /** The next hard session, changed or not; without one in sight, the next change. */
    private static Optional<Prescription> next(List<Prescription> plan) {
        Optional<Prescription> hard =
                plan.stream().filter(day -> day.planned().hard()).findFirst();
        return hard.or(
                () -> plan.stream().filter(day -> day.adjustment().isPresent()).findFirst());
    }
}
