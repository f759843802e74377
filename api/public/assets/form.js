// On top of a form that works without it: position, address suggestions, map, previews.
(() => {
  const form = document.getElementById('report-form');
  if (!form) return;
  const field = (name) => form.elements.namedItem(name);
  const status = document.getElementById('place-status');

  // A browser that comes back to the top with problems reads them first.
  document.getElementById('errors')?.focus();

  let pin;
  let map;
  function choose(latitude, longitude, source, { accuracy = '', address } = {}) {
    field('latitude').value = latitude.toFixed(6);
    field('longitude').value = longitude.toFixed(6);
    field('accuracy').value = accuracy === '' ? '' : Math.round(accuracy);
    field('placeSource').value = source;
    if (address !== undefined) {
      field('address').value = address;
      field('placeAddress').value = address;
    }
    status.textContent = `${form.dataset.chosen}${field('placeAddress').value ? `: ${field('placeAddress').value}` : ''}`;
    document.getElementById('no-place')?.removeAttribute('hidden');
    if (!map) return;
    const at = [latitude, longitude];
    if (pin) pin.setLatLng(at);
    else {
      const icon = L.divIcon({ className: 'bc-pin', iconSize: [24, 24], iconAnchor: [12, 28] });
      pin = L.marker(at, { draggable: true, icon, keyboard: false }).addTo(map);
      pin.on('dragend', () => choose(pin.getLatLng().lat, pin.getLatLng().lng, 'map', { address: '' }));
    }
    map.setView(at, Math.max(map.getZoom(), 18));
  }

  // Position of the device.
  const device = document.getElementById('use-device');
  if (navigator.geolocation) {
    device.hidden = false;
    device.addEventListener('click', () => {
      status.textContent = form.dataset.locating;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) =>
          choose(coords.latitude, coords.longitude, 'device', { accuracy: coords.accuracy, address: '' }),
        () => {
          status.textContent = form.dataset.denied;
        },
        { enableHighAccuracy: true, timeout: 15000 },
      );
    });
  }

  // Known house numbers while typing.
  const list = document.getElementById('suggestions');
  let timer;
  field('address').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    clearTimeout(timer);
    suggest().then(() => list.querySelector('button')?.focus());
  });
  field('address').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 250);
  });
  async function suggest() {
    const typed = field('address').value.trim();
    list.hidden = true;
    if (typed.length < 3) return;
    const answer = await fetch(`/api/v1/addresses?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (!answer?.ok || field('address').value.trim() !== typed) return;
    const found = await answer.json();
    list.replaceChildren(
      ...found.map((one) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `${one.street} ${one.number}, ${one.quarter}`;
        button.addEventListener('click', () => {
          list.hidden = true;
          choose(one.latitude, one.longitude, 'address', { address: `${one.street} ${one.number}` });
        });
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
    list.hidden = found.length === 0;
  }

  // Pictures before they are sent.
  const preview = document.getElementById('photo-preview');
  document.getElementById('photo-input').addEventListener('change', ({ target }) => {
    preview.replaceChildren(
      ...[...target.files].slice(0, 3).map((file) => {
        const picture = document.createElement('img');
        picture.src = URL.createObjectURL(file);
        picture.alt = '';
        const item = document.createElement('li');
        item.append(picture);
        return item;
      }),
    );
  });

  // The map: boundary and house numbers are ours, tiles come from where the municipality says, if at all.
  if (!window.L) return;
  const box = document.getElementById('map');
  box.hidden = false;
  const { tiles, attribution, lat, lon } = form.dataset;
  map = L.map(box, { zoomControl: true }).setView([Number(lat), Number(lon)], 15);
  map.attributionControl.setPrefix('');
  // Numbers from close by; from further away the names of the streets, as many as can be read.
  const NUMBERS_FROM = 17;
  const NAMES_FROM = 13;
  const houses = L.layerGroup().addTo(map);
  let asked;
  const showBare = () => {
    map.on('moveend', showHouses);
    showHouses();
  };
  // Tiles carry names of their own.
  if (tiles) L.tileLayer(tiles, { attribution, maxZoom: 19 }).once('tileerror', showBare).addTo(map);
  else showBare();
  fetch('/api/v1/boundary')
    .then((answer) => answer.json())
    .then((boundary) =>
      L.geoJSON(boundary, { style: { color: '#0066cc', weight: 2, fill: false } }).addTo(map),
    )
    .catch(() => {});
  async function showHouses() {
    const zoom = map.getZoom();
    const b = map.getBounds();
    const query = new URLSearchParams({
      west: b.getWest(),
      south: b.getSouth(),
      east: b.getEast(),
      north: b.getNorth(),
    });
    if (zoom < NUMBERS_FROM) query.set('each', 'street');
    asked = query;
    const answer = zoom < NAMES_FROM ? null : await fetch(`/api/v1/house-numbers?${query}`).catch(() => null);
    const found = answer?.ok ? await answer.json() : [];
    // The map has moved on meanwhile.
    if (asked !== query) return;
    houses.clearLayers();
    const streets = new Set();
    const taken = [];
    for (const { street, number, latitude, longitude } of found) {
      // The nearest number of each street carries its name.
      const name = streets.has(street) ? '' : street;
      const words = zoom < NUMBERS_FROM ? name : `${number} ${name}`.trim();
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      const right = x + words.length * 6 + 6;
      if (taken.some((one) => x < one.right && one.x < right && Math.abs(y - one.y) < 14)) continue;
      streets.add(street);
      taken.push({ x, y, right });
      const label = document.createElement('span');
      label.textContent = words;
      const icon = L.divIcon({ className: 'bc-house', html: label, iconSize: [0, 0] });
      L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(houses);
    }
  }
  map.on('click', ({ latlng }) => choose(latlng.lat, latlng.lng, 'map', { address: '' }));
  if (field('latitude').value) {
    choose(
      Number(field('latitude').value),
      Number(field('longitude').value),
      field('placeSource').value || 'map',
      { accuracy: field('accuracy').value === '' ? '' : Number(field('accuracy').value) },
    );
  }
})();
