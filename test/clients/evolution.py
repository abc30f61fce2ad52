"""Subscribes evolution-data-server to the calendars configured under XDG_CONFIG_HOME; at each line read it refreshes them
and writes one line of JSON with what they then hold. GNOME Calendar and Evolution read the same store."""

import json
import sys
import time

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

UTC = ICalGLib.Timezone.get_utc_timezone()
SECONDS_TO_SETTLE = 2


def minute(moment):
    return moment.as_timet_with_zone(moment.get_timezone() or UTC) // 60


def event(component):
    return {
        "uid": component.get_uid(),
        "start": minute(component.get_dtstart()),
        "end": minute(component.get_dtend()),
        "title": component.get_summary(),
        "isCancelled": component.get_status() == ICalGLib.PropertyStatus.CANCELLED,
        "isBusy": "TRANSP:TRANSPARENT" not in component.as_ical_string(),
    }


registry = EDataServer.SourceRegistry.new_sync(None)
clients = {
    name: ECal.Client.connect_sync(registry.ref_source(name), ECal.ClientSourceType.EVENTS, 20, None)
    for name in sys.argv[1:]
}
print(json.dumps({"connected": list(clients)}), flush=True)
for _ in sys.stdin:
    complaints = []
    for name, client in clients.items():
        try:
            client.refresh_sync(None)
        except Exception as fault:
            complaints.append(f"{name}: {fault}")
    # A refresh is only begun by the call.
    time.sleep(SECONDS_TO_SETTLE)
    calendars = {
        name: [event(component) for component in client.get_object_list_sync("#t", None)[1]]
        for name, client in clients.items()
    }
    print(json.dumps({"calendars": calendars, "complaints": complaints}), flush=True)
