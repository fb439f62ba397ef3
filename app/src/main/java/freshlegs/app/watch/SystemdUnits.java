package freshlegs.app.watch;

import freshlegs.app.watch.Installation.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * Template services, one for watches that are mass storage and one for MTP. Each mounts read-only where nothing else has mounted
 * yet, looks for watches in all places, and takes away its own mount. A mount point is removed by {@code rmdir}, which removes
 * nothing but empty folders.
 */
final class SystemdUnits {
    static final String STORAGE = "freshlegs-watch-storage@.service";
    static final String MTP = "freshlegs-watch-mtp@.service";
    private static final String PLACE = "%t/" + Places.MOUNT_FOLDER + "/%i";

    private final Call call;
    private final String user;
    private final boolean ofUser;

    SystemdUnits(Call call, String user, boolean ofUser) {
        this.call = call;
        this.user = user;
        this.ofUser = ofUser;
    }

    /** The instance is the block device's name, such as {@code sdb1}. */
    String storage() {
        return ofUser
                ? unit("mass storage", List.of("udisksctl mount --no-user-interaction -b /dev/%i"), List.of())
                : unit(
                        "mass storage",
                        List.of(folder(), "+mount -o ro,nosuid,nodev,noexec /dev/%i " + PLACE),
                        List.of("+umount " + PLACE, "+rmdir " + PLACE));
    }

    /** The instance is the number of bus and device, such as {@code 3-7}. */
    String mtp() {
        return unit(
                "MTP",
                List.of(folder(), "/bin/sh -c 'exec jmtpfs -o ro -device=$$(echo %i | tr - ,) " + PLACE + "'"),
                List.of("fusermount -u " + PLACE, (ofUser ? "" : "+") + "rmdir " + PLACE));
    }

    private String folder() {
        return ofUser ? "mkdir -p " + PLACE : "+install -d -o " + user + " " + PLACE;
    }

    /**
     * What is done before and after may fail: a desktop may have mounted the watch already. A shell calls us, because systemd
     * takes no quotes and dollars in the name of the program itself.
     */
    private String unit(String kind, List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>(List.of(
                "# Hands over the new files of a watch that is plugged in (" + kind
                        + "). Written by `freshlegs watch-sync install`.",
                "[Unit]",
                "Description=Freshlegs: files of the watch at %i",
                "",
                "[Service]",
                "Type=oneshot"));
        if (!ofUser) {
            lines.add("User=" + user);
        }
        before.forEach(each -> lines.add("ExecStartPre=-" + withEnv(each)));
        List<String> words = new ArrayList<>(List.of(call.launcher().toString()));
        words.addAll(call.words());
        lines.add("ExecStart=/bin/sh -c 'exec \"$$0\" \"$$@\"' " + Quoted.forSystemd(words));
        after.forEach(each -> lines.add("ExecStopPost=-" + withEnv(each)));
        lines.add("TimeoutStartSec=30min");
        return String.join("\n", lines) + "\n";
    }

    /** Programs are found wherever the system has them. */
    private static String withEnv(String command) {
        boolean privileged = command.startsWith("+");
        return (privileged ? "+" : "") + "/usr/bin/env " + (privileged ? command.substring(1) : command);
    }
}
