package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final int FILES = 60;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void files_are_received_in_the_order_in_which_they_are_given_and_each_is_answered_for() throws IOException {
        Spool spool = Spool.at(folder.resolve("data"), Limits.STANDARD, Clock.fixed(NOW, ZoneOffset.UTC));
        List<HandOver.Given> given = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = Files.writeString(folder.resolve(i + ".fit"), "the same in each");
            given.add(new HandOver.Given(Offer.of(AthleteId.of("anna"), Route.IMPORT, file.toString()), file));
        }
        given.add(new HandOver.Given(
                Offer.of(AthleteId.of("anna"), Route.IMPORT, "nowhere.fit"), folder.resolve("nowhere.fit")));
        AtomicInteger heard = new AtomicInteger();

        List<Acceptance> all = HandOver.all(spool, given, heard::set);

        assertThat(heard).hasValue(FILES + 1);
        assertThat(all.get(FILES)).isEqualTo(new Acceptance.Refused("there is no such file"));
        assertThat(all.subList(0, FILES)).allMatch(Acceptance.Accepted.class::isInstance);
        List<Ticket> tickets = all.subList(0, FILES).stream()
                .map(each ->
                        spool.ticket(((Acceptance.Accepted) each).deliveryId()).orElseThrow())
                .toList();
        assertThat(tickets)
                .extracting(Ticket::path)
                .containsExactlyElementsOf(given.subList(0, FILES).stream()
                        .map(each -> each.offer().path())
                        .toList());
        assertThat(tickets).extracting(Ticket::receivedAt).isSorted().doesNotHaveDuplicates();
        assertThat(spool.pendingIds()).hasSize(FILES);
    }

    @Test
    void nothing_to_hand_over_is_no_trouble() {
        Spool spool = Spool.at(folder.resolve("data"), Limits.STANDARD, Clock.systemUTC());

        assertThat(HandOver.all(spool, List.of(), done -> {})).isEmpty();
    }
}
