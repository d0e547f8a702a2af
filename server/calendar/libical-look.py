"""What libical makes of a calendar file on standard input, as JSON: method, number, role and its own check against RFC 5546."""
import ctypes
import json
import sys

lib = ctypes.CDLL("libical.so.3")
component, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int


def function(name, result, *arguments):
    found = getattr(lib, name)
    found.restype, found.argtypes = result, arguments
    return found


file = function("icalparser_parse_string", component, text)(sys.stdin.buffer.read())
event = function("icalcomponent_get_inner", component, component)(file)
method = function("icalcomponent_get_method", number, component)(file)
attendee = function("icalcomponent_get_first_property", component, component, number)(
    event, function("icalproperty_string_to_kind", number, text)(b"ATTENDEE")
)
role = attendee and function("icalproperty_get_parameter_as_string", text, component, text)(attendee, b"ROLE")
print(
    json.dumps(
        {
            "fits": bool(function("icalrestriction_check", number, component)(file)),
            "errors": function("icalcomponent_count_errors", number, component)(file),
            "method": function("icalproperty_method_to_string", text, number)(method).decode(),
            "sequence": function("icalcomponent_get_sequence", number, component)(event),
            "role": role.decode() if role else None,
        }
    )
)
