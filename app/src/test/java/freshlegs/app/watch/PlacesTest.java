package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.watch.PluggedWatch.Make;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches are found wherever a system mounts them, in whatever case they write their folders. */
class PlacesTest {
    private final Path root;

    PlacesTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void upper_lower_and_mixed_case_old_and_new_layouts_are_all_read() throws IOException {
        AWatch.garmin(root.resolve("upper"), 1).withFit("GARMIN/ACTIVITY/1.FIT", "GARMIN/MONITOR/2.FIT");
        AWatch.garmin(root.resolve("lower"), 2)
                .withFit("garmin/activities/1.fit", "garmin/hrvstatus/2.fit", "garmin/metrics/3.fit");
        AWatch.garmin(root.resolve("mixed"), 3)
                .withFit("Garmin/Activity/2026/1.Fit", "Garmin/Sleep/2.fit", "Garmin/HRVStatus/3.fit");

        assertThat(files(new Places(List.of(), List.of(root), List.of(), List.of())))
                .containsExactlyInAnyOrder(
                        "Activity/1.FIT",
                        "Monitor/2.FIT",
                        "Activity/1.fit",
                        "HRVStatus/2.fit",
                        "Metrics/3.fit",
                        "Activity/2026/1.Fit",
                        "Sleep/2.fit",
                        "HRVStatus/3.fit");
    }

    @Test
    void a_desktops_mtp_mount_has_its_storage_one_folder_down() throws IOException {
        Path gvfs = root.resolve("gvfs");
        AWatch.garmin(gvfs.resolve("mtp:host=091e_4257_0000cafe/Internal Storage"), 1)
                .withFit("GARMIN/Activity/1.fit");
        AWatch.garmin(gvfs.resolve("smb-share:server=nas/Primary"), 2).withFit("GARMIN/Activity/2.fit");

        assertThat(files(new Places(List.of(), List.of(), List.of(gvfs), List.of())))
                .containsExactly("Activity/1.fit");
    }

    @Test
    void jmtpfs_mounts_stand_in_the_systems_table() throws IOException {
        Path mount = root.resolve("my watch");
        AWatch.garmin(mount.resolve("Primary"), 1).withFit("GARMIN/Activity/1.fit");
        AWatch.garmin(root.resolve("disk"), 2).withFit("GARMIN/Activity/2.fit");
        Path table = Files.writeString(
                root.resolve("mounts"),
                "jmtpfs " + mount.toString().replace(" ", "\\040") + " fuse.jmtpfs rw,nosuid 0 0\n" + "/dev/sda1 "
                        + root.resolve("disk") + " ext4 rw 0 0\n" + "broken\n");

        assertThat(files(new Places(List.of(), List.of(), List.of(), List.of(table))))
                .containsExactly("Activity/1.fit");
    }

    @Test
    void a_watch_that_is_seen_in_two_places_is_one() throws IOException {
        Path user = root.resolve("anna");
        AWatch.garmin(user.resolve("GARMIN"), 1).withFit("GARMIN/Activity/1.fit");

        assertThat(new Places(List.of(user.resolve("GARMIN")), List.of(root, user), List.of(), List.of()).watches())
                .hasSize(1);
    }

    @Test
    void a_wahoo_is_known_by_its_files_and_other_exports_are_not_taken() throws IOException {
        AWatch.wahoo(root.resolve("ELEMNT/Internal shared storage"), 5).withFit("exports/1.fit", "exports/2.fit");
        AWatch.other(root.resolve("stick")).withFit("exports/someone.fit");
        Files.createDirectories(root.resolve("empty/exports"));
        Files.writeString(root.resolve("empty/exports/table.csv"), "x");
        AWatch.wahoo(root.resolve("both"), 6).withFit("exports/1.fit", "GARMIN/NewFiles/x.fit");

        List<PluggedWatch> watches = new Places(List.of(), List.of(root), List.of(), List.of()).watches();

        assertThat(watches).hasSize(1);
        assertThat(watches.get(0).make()).isEqualTo(Make.WAHOO);
        assertThat(WatchListing.of(watches.get(0)).files())
                .extracting(WatchFile::relative)
                .containsExactly("exports/2.fit", "exports/1.fit");
    }

    @Test
    void links_never_lead_out_of_a_mount() throws IOException {
        AWatch.garmin(root.resolve("elsewhere"), 1).withFit("GARMIN/Activity/1.fit");
        Path mount = Files.createDirectories(root.resolve("media/mount"));
        Files.createSymbolicLink(mount.resolve("GARMIN"), root.resolve("elsewhere/GARMIN"));
        Files.createSymbolicLink(root.resolve("media/linked"), root.resolve("elsewhere"));
        AWatch.garmin(root.resolve("media/real"), 2).withFit("GARMIN/Monitor/2.fit");
        Files.createSymbolicLink(root.resolve("media/real/GARMIN/Activity"), root.resolve("elsewhere/GARMIN/Activity"));

        assertThat(files(new Places(List.of(), List.of(root.resolve("media")), List.of(), List.of())))
                .containsExactly("Monitor/2.fit");
    }

    @Test
    void the_usual_places_of_this_machine_are_looked_at_without_harm() {
        Places places = Places.ofThisMachine(Map.of("USER", "anna", "XDG_RUNTIME_DIR", "/run/user/1000"));

        assertThat(places.parents())
                .contains(
                        Path.of("/media"),
                        Path.of("/media/anna"),
                        Path.of("/run/media/anna"),
                        Path.of("/mnt"),
                        Path.of("/Volumes"),
                        Path.of("/run/user/1000/freshlegs-watch"));
        assertThat(places.gvfs()).containsExactly(Path.of("/run/user/1000/gvfs"));
    }

    private static List<String> files(Places places) throws IOException {
        java.util.ArrayList<String> files = new java.util.ArrayList<>();
        for (PluggedWatch watch : places.watches()) {
            WatchListing.of(watch).files().forEach(file -> files.add(file.relative()));
        }
        return files;
    }
}
