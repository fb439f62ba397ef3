package freshlegs.app.embedded;

import freshlegs.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What the broker's process finds its classes in: the jars of this program. Where this program itself runs from folders, as under a
 * build tool, the broker's part of it is packed first, because classes from folders cannot be kept ready.
 */
final class BrokerClasses {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private BrokerClasses() {}

    /** {@code cache} takes what is packed. */
    static List<Path> in(Path cache) throws IOException {
        List<Path> jars =
                new ArrayList<>(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> entry.endsWith(".jar"))
                        .map(Path::of)
                        .toList());
        if (Files.isDirectory(ownPlace())) {
            jars.add(0, packed(cache));
        }
        return List.copyOf(jars);
    }

    private static Path ownPlace() {
        try {
            return Path.of(BrokerMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path packed(Path cache) throws IOException {
        byte[] jar = jar(BrokerMain.class.getName().replace('.', '/') + ".class", "freshlegs/app/broker-logback.xml");
        Path target = cache.resolve("broker-" + ContentHash.revisionOf(jar) + ".jar");
        if (!Files.exists(target)) {
            Path fresh = cache.resolve("broker-" + UUID.randomUUID() + ".tmp");
            Files.write(fresh, jar);
            Files.setLastModifiedTime(fresh, LONG_AGO);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** The same bytes for the same resources. */
    private static byte[] jar(String... resources) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String name : resources) {
                JarEntry entry = new JarEntry(name);
                entry.setLastModifiedTime(LONG_AGO);
                jar.putNextEntry(entry);
                try (InputStream content =
                        Objects.requireNonNull(BrokerMain.class.getClassLoader().getResourceAsStream(name), name)) {
                    content.transferTo(jar);
                }
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
