"""trafilatura over a folder of .html.gz: one JSON line a page, then one with CPU seconds and peak memory."""
import gzip, json, pathlib, resource, sys, time
from trafilatura import bare_extraction

pages = [(p.name.removesuffix(".html.gz"), gzip.decompress(p.read_bytes()).decode("utf-8", "replace"))
         for p in sorted(pathlib.Path(sys.argv[1]).glob("*.html.gz"))]
passes = int(sys.argv[2])

def answer(html):
    found = bare_extraction(html, with_metadata=True)
    if found is None:
        return {"body": "", "headline": None, "date": None, "authors": []}
    found = found if isinstance(found, dict) else found.as_dict()
    return {"body": found.get("text") or "", "headline": found.get("title"), "date": found.get("date"),
            "authors": [a.strip() for a in (found.get("author") or "").split(";") if a.strip()]}

answers = [(name, answer(html)) for name, html in pages]
times = []
for _ in range(passes):
    start = time.process_time()
    for _, html in pages:
        answer(html)
    times.append((time.process_time() - start) * 1000)
for name, found in answers:
    print(json.dumps({"name": name, **found}))
print(json.dumps({"cpuMs": times, "rssMib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
