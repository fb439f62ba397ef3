package freshlegs.ingest;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.decode.Zones;
import freshlegs.ingest.fit.FitDecoder;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one spooled file: a check-in table when it is named as a table, a watch file otherwise. Only a failing disk is thrown. */
final class Interpreter {
    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);
    private static final long LARGEST_TABLE_BYTES = 8L << 20;

    private final FitDecoder decoder;
    private final Function<AthleteId, Zones> zones;

    Interpreter(Limits limits, Function<AthleteId, Zones> zones) {
        this.decoder = new FitDecoder(limits);
        this.zones = zones;
    }

    Interpreted interpret(Ticket ticket, Path content) {
        if (ticket.problem().isPresent()) {
            return Interpreted.problem(ticket, ticket.problem().get());
        }
        if (!Files.exists(content)) {
            return Interpreted.problem(ticket, "its content is no longer in the spool: hand it over again");
        }
        try {
            boolean isTable = ticket.fileName().toLowerCase(Locale.ROOT).endsWith(".csv");
            return isTable ? table(ticket, content) : watchFile(ticket, content);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("fault while reading delivery {}", ticket.deliveryId(), e);
            return Interpreted.problem(
                    ticket,
                    "not readable because of a fault in freshlegs: "
                            + e.getClass().getSimpleName());
        }
    }

    private Interpreted watchFile(Ticket ticket, Path content) {
        Origin origin = new Origin(ticket.athlete(), ticket.receivedAt(), zones.apply(ticket.athlete()));
        Decoded decoded = decoder.decode(content, origin);
        if (decoded instanceof Decoded.Contents contents) {
            List<Fact> facts = new ArrayList<>(contents.recordings());
            facts.addAll(contents.readings());
            return new Interpreted(ticket, facts, contents.salvage(), contents.unknownMessages(), Optional.empty());
        }
        return Interpreted.problem(ticket, ((Decoded.Problem) decoded).reason());
    }

    private static Interpreted table(Ticket ticket, Path content) {
        if (ticket.sizeBytes() > LARGEST_TABLE_BYTES) {
            return Interpreted.problem(ticket, "too large for a table of check-ins");
        }
        CheckInCsv.Parsed parsed =
                CheckInCsv.read(read(content), ticket.athlete(), ticket.receivedAt(), ticket.modifiedAt());
        if (!parsed.problems().isEmpty()) {
            return Interpreted.problem(ticket, String.join("; ", parsed.problems()));
        }
        return parsed.checkIns().isEmpty()
                ? Interpreted.problem(ticket, "nothing to import: a table without check-ins")
                : Interpreted.of(ticket, parsed.checkIns());
    }

    /** Bytes that are no UTF-8 become replacement characters, which no column understands. */
    private static String read(Path content) {
        try {
            return new String(Files.readAllBytes(content), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
