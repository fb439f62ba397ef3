package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.watch.Installation.Call;
import freshlegs.app.watch.Installation.Written;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is written for systemd, udev and launchd is what those can read, also when paths have spaces and worse. */
class InstallationTest {
    private static final String ODD = "my legs & \"100%\" $HOME";

    private final Path temporary;
    private final Call call;

    InstallationTest(@TempDir Path temporary) throws Exception {
        this.temporary = temporary;
        Path launcher = Files.createDirectories(temporary.resolve(ODD)).resolve("freshlegs");
        Files.writeString(launcher, "#!/bin/sh\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        call = new Call(launcher, List.of("watch-sync", "--once", "--data", "/home/anna/" + ODD));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void systemd_finds_nothing_wrong_with_the_units(boolean ofUser) throws Exception {
        assumeTrue(onPath("systemd-analyze"), "no systemd-analyze on this machine");
        for (Written unit : Installation.linux(call, System.getProperty("user.name"), temporary, ofUser)
                .files()) {
            String name = String.valueOf(unit.path().getFileName());
            if (!name.endsWith(".service")) {
                continue;
            }
            Path written = temporary.resolve(name.replace("@", "@sdb1"));
            Files.writeString(written, unit.content());
            List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
            if (ofUser) {
                command.add("--user");
            }
            command.add(written.toString());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.lines().filter(line -> line.contains("freshlegs")))
                    .as(unit.content())
                    .isEmpty();
        }
    }

    @Test
    void units_only_ever_mount_read_only_and_remove_nothing_but_empty_folders() {
        for (boolean ofUser : new boolean[] {true, false}) {
            for (Written file : Installation.linux(call, "anna", Path.of("/home/anna"), ofUser)
                    .files()) {
                assertThat(file.content())
                        .doesNotContain("rm -")
                        .doesNotContain("RuntimeDirectory")
                        .doesNotContain("-o rw");
                file.content()
                        .lines()
                        .filter(line -> line.contains(" mount ") || line.contains("jmtpfs "))
                        .filter(line -> !line.contains("udisksctl"))
                        .forEach(line -> assertThat(line).contains("-o ro"));
            }
        }
    }

    @Test
    void the_call_is_quoted_as_systemd_wants_it() {
        String unit = Installation.linux(
                        new Call(Path.of("/opt/a b/freshlegs"), List.of("--data", "/x/" + ODD)),
                        "anna",
                        Path.of("/home/anna"),
                        false)
                .files()
                .get(0)
                .content();

        assertThat(unit)
                .contains("User=anna\n")
                .contains(
                        "ExecStart=/bin/sh -c 'exec \"$$0\" \"$$@\"' \"/opt/a b/freshlegs\" \"--data\" \"/x/my legs & \\\"100%%\\\" $$HOME\"\n");
    }

    @Test
    void units_of_the_user_live_in_the_users_folder_and_the_rule_calls_them() {
        List<Written> files =
                Installation.linux(call, "anna", Path.of("/home/anna"), true).files();

        assertThat(files)
                .extracting(file -> file.path().toString())
                .containsExactly(
                        "/home/anna/.config/systemd/user/freshlegs-watch-storage@.service",
                        "/home/anna/.config/systemd/user/freshlegs-watch-mtp@.service",
                        "/etc/udev/rules.d/90-freshlegs-watch.rules");
        assertThat(files.get(2).content()).contains("ENV{SYSTEMD_USER_WANTS}+=").doesNotContain("{SYSTEMD_WANTS}");
        assertThat(files.get(0).content()).doesNotContain("User=");
    }

    @Test
    void every_line_of_the_udev_rule_is_made_of_known_keys_and_names_units_that_are_written() {
        Installation installation = Installation.linux(call, "anna", Path.of("/home/anna"), false);
        String rule = installation.files().get(2).content();
        String key = "(ACTION|SUBSYSTEM|OWNER|TAG|ENV\\{[A-Z_]+}|ATTRS?\\{[A-Za-z]+})";

        List<String> lines = rule.lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line).startsWith("ACTION==\"add\", ");
            assertThat(line.split(", ")).allMatch(part -> part.matches(key + "(==|=|\\+=)\"[^\"]*\""));
        });
        assertThat(rule)
                .contains("ENV{ID_FS_LABEL}==\"GARMIN\"")
                .contains("ATTR{interface}==\"MTP\", ATTRS{idVendor}==\"091e\"");
        for (Written unit : installation.files().subList(0, 2)) {
            String start = String.valueOf(unit.path().getFileName()).replace(".service", "");
            assertThat(rule).contains("+=\"" + start);
        }
    }

    @Test
    void the_property_list_is_well_formed_and_calls_us_on_every_mount() throws Exception {
        Written agent = Installation.mac(call, Path.of("/Users/anna"), Path.of("/Users/anna/" + ODD + "/log"))
                .files()
                .get(0);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(agent.content())));
        NodeList strings = document.getElementsByTagName("string");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < strings.getLength(); i++) {
            texts.add(Objects.requireNonNull(strings.item(i)).getTextContent());
        }

        assertThat(agent.path()).hasToString("/Users/anna/Library/LaunchAgents/freshlegs.watch-sync.plist");
        assertThat(texts)
                .containsExactly(
                        "freshlegs.watch-sync",
                        call.launcher().toString(),
                        "watch-sync",
                        "--once",
                        "--data",
                        "/home/anna/" + ODD,
                        "/Users/anna/" + ODD + "/log");
        assertThat(document.getElementsByTagName("key").item(2).getTextContent())
                .isEqualTo("StartOnMount");
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
