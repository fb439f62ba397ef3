package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEN = AthleteId.of("ben");

    private final Spool spool;

    WhereaboutsTest(@TempDir Path data) {
        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
    }

    @Test
    void a_file_is_found_with_its_owner_while_it_waits_and_when_it_is_done() {
        String id = accept(ANNA, "1.fit");
        assertThat(spool.find(id)).contains(new Handed(ANNA, true));

        spool.markDone(List.of(spool.ticket(id).orElseThrow()));

        assertThat(spool.find(id)).contains(new Handed(ANNA, false));
        assertThat(spool.find("20261125T080000000Z-0123456789ab-012345")).isEmpty();
        assertThat(spool.find("../pending/" + id)).isEmpty();
        assertThat(spool.find("")).isEmpty();
    }

    @Test
    void waiting_files_are_counted_by_athlete_once_it_matters() {
        accept(ANNA, "1.fit");
        String second = accept(ANNA, "2.fit");
        accept(BEN, "1.fit");

        assertThat(spool.waiting(ANNA, 5)).isEqualTo(3);
        assertThat(spool.waiting(ANNA, 2)).isEqualTo(2);
        assertThat(spool.waiting(BEN, 2)).isEqualTo(1);
        spool.markDone(List.of(spool.ticket(second).orElseThrow()));
        assertThat(spool.waiting(ANNA, 1)).isEqualTo(1);
    }

    @Test
    void a_size_for_which_there_is_no_room_is_refused_for_want_of_it() {
        assertThat(spool.refusalFor(1)).isEmpty();
        assertThat(spool.refusalFor(Long.MAX_VALUE)).get().matches(Acceptance.Refused::isForWantOfRoom);
    }

    private String accept(AthleteId athlete, String name) {
        byte[] content = (athlete + name).getBytes(StandardCharsets.UTF_8);
        Acceptance acceptance = spool.accept(Offer.of(athlete, Route.UPLOAD, name), new ByteArrayInputStream(content));
        return ((Acceptance.Accepted) acceptance).deliveryId();
    }
}
