package freshlegs.app.service;

import freshlegs.app.watch.OwnWatch;
import freshlegs.app.watch.Watches;
import freshlegs.coach.Leaving.Taker;
import freshlegs.coach.takeout.KeptFiles;
import freshlegs.ingest.OwnFiles;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the data folder has of one athlete: her original files, and how they come, without any key. */
public final class OwnFolder implements KeptFiles {
    private final Path data;
    private final OwnFiles files;
    private final Clock clock;

    private OwnFolder(Path data, OriginalFiles originals, Clock clock) {
        this.data = data;
        this.files = OwnFiles.in(data, originals);
        this.clock = clock;
    }

    public static OwnFolder in(Path data, OriginalFiles originals, Clock clock) {
        return new OwnFolder(data, originals, clock);
    }

    private record UploadToken(String id, String name, Instant createdAt, Optional<LocalDate> lastUsed) {}

    private record Link(Service service, Optional<String> user, Instant connectedAt, Optional<LocalDate> since) {}

    private record Ways(List<UploadToken> uploadTokens, List<Link> connections, List<OwnWatch> watches) {}

    @Override
    public void each(AthleteId athlete, Taker taker) throws IOException {
        files.each(athlete, taker::take);
    }

    @Override
    public String ways(AthleteId athlete) {
        return Json.writeText(new Ways(
                Tokens.in(data, clock).all().stream()
                        .filter(token -> token.athlete().equals(athlete))
                        .map(token -> new UploadToken(token.id(), token.name(), token.createdAt(), token.lastUsed()))
                        .toList(),
                ConnectionBook.in(data).all().stream()
                        .filter(connection -> connection.athlete().equals(athlete))
                        .map(OwnFolder::link)
                        .toList(),
                Watches.read(data).of(athlete)));
    }

    private static Link link(Connection known) {
        return new Link(known.service(), known.user(), known.connectedAt(), known.since());
    }
}
