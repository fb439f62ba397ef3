package freshlegs.coach.page;

import static java.util.Comparator.comparing;

import freshlegs.coach.read.BoardRow;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The board: the chosen athletes, worst first unless chosen otherwise; {@code all} is how many there are to choose from, {@code waiting}
 * what is held back from whoever looks.
 */
public record SquadPage(
        List<Card> cards,
        int all,
        String tally,
        List<String> groups,
        Choice choice,
        boolean taken,
        Optional<String> waiting) {

    /** {@code rights} is what whoever looks may do, by athlete. */
    public static SquadPage of(
            List<BoardRow> rows, Function<BoardRow, Card.Rights> rights, Choice choice, Voice voice, Clock clock) {
        Days days = new Days(clock);
        List<Card> all = rows.stream()
                .map(row -> Card.of(row, rights.apply(row), voice, days))
                .toList();
        return new SquadPage(
                all.stream().filter(choice::takes).sorted(order(choice.order())).toList(),
                all.size(),
                tally(all, voice),
                all.stream()
                        .flatMap(card -> card.groups().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                choice,
                false,
                Optional.empty());
    }

    /** The same when an answer has just been taken. */
    public SquadPage afterAnswer() {
        return new SquadPage(cards, all, tally, groups, choice, true, waiting);
    }

    /** The same with what is held back. */
    public SquadPage withWaiting(Optional<String> held) {
        return new SquadPage(cards, all, tally, groups, choice, taken, held);
    }

    private static Comparator<Card> order(Choice.Order order) {
        return switch (order) {
            case WORST -> comparing(Card::place).thenComparing(Card::athlete);
            case NAME -> comparing(Card::athlete);
            case SYNC -> comparing(Card::syncedAt).thenComparing(Card::athlete);
        };
    }

    /** Such as {@code 1 amber, 2 green}, worst first. */
    private static String tally(List<Card> cards, Voice voice) {
        Map<Integer, List<Standing>> counts = cards.stream()
                .map(card -> card.now().standing())
                .collect(Collectors.groupingBy(Standing::place, TreeMap::new, Collectors.toList()));
        return counts.values().stream()
                .map(same -> same.size() + " "
                        + same.get(0).word().toLowerCase(voice.sayings().locale()))
                .collect(Collectors.joining(", "));
    }
}
