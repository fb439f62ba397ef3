package freshlegs.app.embedded;

import freshlegs.model.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's classes as the virtual machine found them when it ended once, so that later brokers map them instead of reading and
 * checking them anew: class data sharing. Worth nothing once lost; the virtual machine passes over one that does not fit.
 */
final class BrokerArchive {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerArchive.class);
    /** For other versions, and for whoever builds in several places. */
    private static final int KEPT = 3;

    private static final String BEGIN = "broker-";
    private static final String END = ".jsa";
    private static final String UNFINISHED = ".tmp";
    /** Nobody writes for so long. */
    private static final Duration FINISHED = Duration.ofMinutes(2);

    private static final String SILENCE = "-Xlog:cds*=off,class+path=off";

    private final Path file;
    private final Path fresh;

    private BrokerArchive(Path cache, String name) {
        file = cache.resolve(BEGIN + name + END);
        fresh = cache.resolve(BEGIN + name + UNFINISHED);
    }

    /** That of these jars for this virtual machine. */
    static BrokerArchive of(List<Path> jars, Path cache) throws IOException {
        StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
        for (Path jar : jars) {
            all.append('\n').append(jar).append(' ');
            if (Files.exists(jar)) {
                all.append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar));
            }
        }
        return new BrokerArchive(cache, ContentHash.revisionOf(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** By which the virtual machine uses it, or makes one at its end if there is none yet. */
    List<String> options() {
        if (isLeft(fresh)) {
            adopt();
        }
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", SILENCE)
                : List.of("-XX:ArchiveClassesAtExit=" + fresh, "-Xshare:auto", SILENCE);
    }

    /** Made by a broker whose parent was gone before it. */
    private static boolean isLeft(Path file) {
        long modified = file.toFile().lastModified();
        return modified > 0 && modified < Instant.now().minus(FINISHED).toEpochMilli();
    }

    /** After a broker has ended: what it made is for the next. */
    void adopt() {
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                dropOld();
            } else if (Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be kept: {}", file, e.getMessage());
        }
    }

    private void dropOld() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> ours = files.filter(each -> each.getFileName().toString().startsWith(BEGIN))
                    .toList();
            Stream<Path> old = ours.stream()
                    .filter(each -> each.toString().endsWith(END))
                    .sorted(Comparator.comparing((Path each) -> each.toFile().lastModified())
                            .reversed())
                    .skip(KEPT);
            Stream<Path> left = ours.stream().filter(each -> each.toString().endsWith(UNFINISHED) && isLeft(each));
            for (Path each : Stream.concat(old, left).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
