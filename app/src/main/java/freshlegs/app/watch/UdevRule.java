package freshlegs.app.watch;

import java.nio.file.Path;

/** Starts the services when a volume labelled GARMIN, or Garmin's (vendor 091e) MTP interface, is plugged in. */
final class UdevRule {
    static final Path PATH = Path.of("/etc/udev/rules.d/90-freshlegs-watch.rules");

    private UdevRule() {}

    static String of(String user, boolean ofUser) {
        String wants = ofUser ? "ENV{SYSTEMD_USER_WANTS}" : "ENV{SYSTEMD_WANTS}";
        return """
                # Calls Freshlegs when a watch is plugged in. Written by `freshlegs watch-sync install`.
                ACTION=="add", SUBSYSTEM=="block", ENV{ID_BUS}=="usb", ENV{ID_FS_LABEL}=="GARMIN", TAG+="systemd", %1$s+="freshlegs-watch-storage@%%k.service"
                ACTION=="add", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="091e", OWNER="%2$s"
                ACTION=="add", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_interface", ATTR{interface}=="MTP", ATTRS{idVendor}=="091e", TAG+="systemd", %1$s+="freshlegs-watch-mtp@$attr{busnum}-$attr{devnum}.service"
                """.formatted(wants, user);
    }
}
