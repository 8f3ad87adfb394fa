package network.opencharging.cpo.config;

import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.store.JdbcSessions;
import network.opencharging.cpo.store.JdbcSite;
import network.opencharging.cpo.unit.SessionId;

/** What processes of one database answer from memory, read again when another has changed it. */
record SharedPictures(Sites sites, Tariffs tariffs, EvseManager manager, Bell.Ears others)
        implements Bell.Ears {

    @Override
    public void rang(String word, String about) {
        switch (word) {
            case JdbcSite.WORD -> readSites();
            case JdbcSessions.WORD -> manager.recall(new SessionId(about));
            default -> others.rang(word, about);
        }
    }

    private void readSites() {
        sites.recall();
        tariffs.recall();
    }

    @Override
    public void missed() {
        readSites();
        manager.recall();
        others.missed();
    }

    @Override
    public void looked() {
        others.looked();
    }
}
