package network.opencharging.browser;

/** How large the window is, in pixels. */
public enum Screen {
    /** A desktop's. */
    DESKTOP(1280, 900, false),
    /** A phone's, held upright. */
    PHONE(390, 844, true);

    private final int width;
    private final int height;
    private final boolean mobile;

    Screen(int width, int height, boolean mobile) {
        this.width = width;
        this.height = height;
        this.mobile = mobile;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean mobile() {
        return mobile;
    }
}
