package freshlegs.ingest;

import freshlegs.ingest.archive.Gzip;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.decode.Zones;
import freshlegs.ingest.fit.FitDecoder;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.xml.XmlDecoder;
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
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one file by what it holds, never by its name, but for tables of check-ins, which are called {@code .csv}. Only a failing
 * disk is thrown.
 */
final class Interpreter {
    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

    private final FitDecoder fit;
    private final XmlDecoder xml;
    private final Limits limits;
    private final Function<AthleteId, Zones> zones;
    private final Path temporary;

    /** {@code temporary} is a folder for what is unpacked on the way. */
    Interpreter(Limits limits, Function<AthleteId, Zones> zones, Path temporary) {
        this.fit = new FitDecoder(limits);
        this.xml = new XmlDecoder(limits);
        this.limits = limits;
        this.zones = zones;
        this.temporary = temporary;
    }

    Interpreted interpret(Job job) {
        if (job.problem().isPresent()) {
            return Interpreted.problem(job.ticket(), job.problem().get());
        }
        if (job.isList()) {
            return Interpreted.of(job.ticket(), List.of());
        }
        Interpreted read = interpret(job.ticket(), job.content().orElseThrow());
        return job.damage().map(read::damaged).orElse(read);
    }

    private Interpreted interpret(Ticket ticket, Path content) {
        if (ticket.problem().isPresent()) {
            return Interpreted.problem(ticket, ticket.problem().get());
        }
        if (!Files.exists(content)) {
            return Interpreted.problem(ticket, "its content is no longer in the spool: hand it over again");
        }
        try {
            Kind kind = Kind.of(content);
            return kind == Kind.GZIP ? unpacked(ticket, content) : read(ticket, content, kind);
        } catch (LimitExceeded e) {
            return Interpreted.problem(ticket, e.reason());
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

    /** A single file packed with gzip stands for its content. */
    private Interpreted unpacked(Ticket ticket, Path content) {
        Path inside = temporary.resolve(UUID.randomUUID() + ".tmp");
        try {
            Optional<String> damage = Gzip.unpack(content, inside, limits);
            Interpreted read = read(ticket, inside, Kind.of(inside));
            return damage.map(read::damaged).orElse(read);
        } finally {
            DurableFiles.drop(inside);
        }
    }

    private Interpreted read(Ticket ticket, Path content, Kind kind) {
        return switch (kind) {
            case TCX, GPX -> decoded(ticket, xml.decode(content, kind, origin(ticket), ticket.sport()));
            case TEXT -> isTable(ticket) ? table(ticket, content) : watchFile(ticket, content);
            case FIT, EMPTY, UNKNOWN -> watchFile(ticket, content);
            case ZIP, TAR, GZIP ->
                Interpreted.problem(ticket, limits.exceeded(Limit.ARCHIVE_DEPTH).reason());
            case OTHER_ARCHIVE, XML, JSON, PDF, PICTURE, FILM ->
                Interpreted.problem(ticket, "not a watch file: it looks like " + kind.words());
        };
    }

    private Interpreted watchFile(Ticket ticket, Path content) {
        return decoded(ticket, fit.decode(content, origin(ticket)));
    }

    private Origin origin(Ticket ticket) {
        return new Origin(ticket.athlete(), ticket.receivedAt(), zones.apply(ticket.athlete()));
    }

    private static Interpreted decoded(Ticket ticket, Decoded decoded) {
        if (decoded instanceof Decoded.Contents contents) {
            List<Fact> facts = new ArrayList<>(contents.recordings());
            facts.addAll(contents.readings());
            return new Interpreted(ticket, facts, contents.salvage(), contents.unknownMessages(), Optional.empty());
        }
        return Interpreted.problem(ticket, ((Decoded.Problem) decoded).reason());
    }

    private static boolean isTable(Ticket ticket) {
        return ticket.fileName()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .endsWith(".csv");
    }

    private Interpreted table(Ticket ticket, Path content) {
        if (sizeOf(content) > limits.bytes(Limit.TABLE_MEGABYTES)) {
            throw limits.exceeded(Limit.TABLE_MEGABYTES);
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

    private static long sizeOf(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
