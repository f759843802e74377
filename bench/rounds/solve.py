"""Solves one crew's round with PyVRP. Reads a JSON object from stdin (see pyvrp.ts), prints one JSON object."""

import json
import sys

import numpy as np
from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve
from pyvrp.stop import MaxRuntime

task = json.load(sys.stdin)
travel = np.array(task["travel"], dtype=np.int64)
horizon = task["horizon"]
clients = [
    Client(
        location=index + 1,
        service_duration=stop["service"],
        tw_early=stop["opens"],
        tw_late=min(horizon, stop["closes"]),
        prize=stop["value"] * task["worth"],
        required=False,
    )
    for index, stop in enumerate(task["stops"])
]
crew = VehicleType(1, tw_early=0, tw_late=horizon, start_late=0, unit_distance_cost=0, unit_duration_cost=1)
locations = [Location(0, 0) for _ in range(len(travel))]
data = ProblemData(locations, clients, [Depot(0)], [crew], [travel], [travel])
best = solve(data, MaxRuntime(task["seconds"]), seed=1, display=False).best
if not best.is_feasible():
    sys.exit("PyVRP found no feasible round.")
print(json.dumps({"served": round(best.prizes() / task["worth"]), "back": int(best.duration()), "stops": best.num_clients()}))
