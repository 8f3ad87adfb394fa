package network.opencharging.cpo.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a driver charges. */
enum Kind {
    /** A station of OCPP 1.6. */
    STATION {
        @Override
        Device installed(MortalCpo cpo, String name, long first) {
            cpo.does(
                    "PUT",
                    "/admin/stations/" + name,
                    "{'admission':'ACCEPTED','securityProfile':0}");
            place(cpo, name);
            Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
            return new StubbornStation(cpo.port(), name, first, begin);
        }
    },
    /** A plug over MQTT. */
    PLUG {
        @Override
        Device installed(MortalCpo cpo, String name, long first) {
            String password =
                    cpo.does("PUT", "/admin/plugs/" + name, "{'family':'SHELLY_2'}")
                            .path("password")
                            .asString();
            place(cpo, name);
            return new StubbornPlug(cpo.broker(), name, password, first);
        }
    };

    /**
     * Puts one up, at a location {@code L-name} of its own.
     *
     * @param first what its meter shows
     */
    abstract Device installed(MortalCpo cpo, String name, long first);

    private static void place(MortalCpo cpo, String name) {
        cpo.does(
                "PUT",
                "/admin/locations/L-" + name,
                """
                {'zone':'Europe/Berlin','address':{'street':'Ring 1','city':'Berlin',
                'country':'DEU','latitude':'52.52000','longitude':'13.40500'},
                'evses':[{'uid':'E1','evseId':'DE*ALC*E1','device':'%s','connectors':[
                {'id':'1','tariffs':['T']}]}]}
                """
                        .formatted(name));
    }
}
